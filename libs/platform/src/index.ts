export {
  type FoundServer,
  type FoundServers,
  ServersUnavailable,
  findServers,
} from './servers/find-servers.js';
export {
  type Durability,
  NATS_USERS,
  type NatsAccounts,
  type NatsSettings,
  type NatsUser,
  natsConfiguration,
  natsInboxPrefix,
} from './servers/nats-configuration.js';
export { type RedisSettings, redisConfiguration } from './servers/redis-configuration.js';
