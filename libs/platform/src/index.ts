export {
  type AxisMembership,
  type EofficeConfiguration,
  type LgspConfiguration,
  type LogAccess,
  type NationalConfiguration,
  type ProjectionConfiguration,
  type TenantConfiguration,
  eofficeConfiguration,
  lgspConfiguration,
  nationalConfiguration,
  projectionConfiguration,
} from './configuration/app-configuration.js';
export { type CliConfiguration, cliConfiguration } from './configuration/cli-configuration.js';
export { type Environment, InvalidConfiguration } from './configuration/load-configuration.js';
export { type LogLevel } from './configuration/log-levels.js';
export { type ClockSetting, clockSetting } from './configuration/clock-setting.js';
export { type RateSetting, rateSetting, rateText } from './configuration/rate-setting.js';
export { type TenantClock, tenantClock } from './configuration/tenant-clock.js';
export { type HealthCheck, HealthChecks, type HealthReport } from './http/health-checks.js';
export { HealthController } from './http/health.controller.js';
export { MemoryGate, type MemoryGateOptions, NoRoom, Room } from './http/memory-gate.js';
export { MetricsController } from './http/metrics.controller.js';
export { createLogger, nestLogger } from './observability/logger.js';
export {
  type CounterName,
  type GaugeName,
  type HistogramName,
} from './observability/metric-names.js';
export { Metrics } from './observability/metrics.js';
export { type Running, runProcess } from './process/run-process.js';
export {
  type FoundServer,
  type FoundServers,
  ServersUnavailable,
  findServer,
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
