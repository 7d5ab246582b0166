export { SampleAuthority, signedWith } from './certificates.js';
export { memberCommand, packetCommand } from './generators/axis.js';
export { agencyCommand, groupCommand, systemCommand } from './generators/directory.js';
export { deliveryCommand, documentCommand, parkedCommand } from './generators/documents.js';
export { historyOf, type Step } from './history.js';
export { expectLaws } from './laws.js';
export {
  type NatsLogin,
  type NatsServerHandle,
  type NatsServerOptions,
  startNats,
} from './nats-server.js';
export { parking } from './parking.js';
export { type RedisServerHandle, type RedisServerOptions, startRedis } from './redis-server.js';
export { freePort, ServerProcess, temporaryFolder } from './server-process.js';
export { specify } from './specify.js';
