export {
  type NatsLogin,
  type NatsServerHandle,
  type NatsServerOptions,
  startNats,
} from './nats-server.js';
export { type RedisServerHandle, type RedisServerOptions, startRedis } from './redis-server.js';
export { freePort, temporaryFolder } from './server-process.js';
export { specify } from './specify.js';
