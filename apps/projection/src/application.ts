import { type EventStore, openEventStore } from '@lienthong/event-store';
import {
  type HealthCheck,
  nestLogger,
  type ProjectionConfiguration,
  type Running,
  tenantClock,
} from '@lienthong/platform';
import {
  type Commit,
  fencedApply,
  ProjectionRuntime,
  projections,
  type RedisApply,
} from '@lienthong/projections';
import { NestFactory } from '@nestjs/core';
import { type Logger } from 'pino';
import { AppliedMetrics } from './applied-metrics.js';
import { ProjectionModule } from './projection.module.js';

const LOOPBACK = '127.0.0.1';

/**
 * The read models of a tenant, kept up with its log; health and metrics over HTTP.
 *
 * Where another process takes the read models over, an error escapes: this one has nothing left to do.
 */
export const startProjection = async (
  configuration: ProjectionConfiguration,
  logger: Logger,
  apply: RedisApply = fencedApply,
): Promise<Running> => {
  const { tenant, redisUrl, httpPort } = configuration;
  const store = await openLog(configuration);
  const metrics = new AppliedMetrics(() => store.lastSequence());
  const onCommit = (commit: Commit): void => {
    metrics.record(commit);
    if (commit.poison > 0) logger.warn(commit, 'messages were passed over');
  };
  const options = { tenant, redisUrl, log: store, projections, apply, onCommit };
  const runtime = new ProjectionRuntime(options);
  const end = new AbortController();
  const running = runtime.run(end.signal);
  const application = await NestFactory.create(
    ProjectionModule.of(metrics.metrics, [connected(store), following(runtime)]),
    { logger: nestLogger(logger), bodyParser: false, forceCloseConnections: true },
  );
  await application.listen(httpPort, LOOPBACK);
  return {
    close: async () => {
      await application.close();
      end.abort();
      await running;
      await store.close();
    },
  };
};

const openLog = ({
  tenant,
  instance,
  nats,
  durability,
  clock,
}: ProjectionConfiguration): Promise<EventStore> =>
  openEventStore({
    ...nats,
    tenant,
    instance,
    durability,
    clock: tenantClock(clock),
    access: 'read',
    create: false,
  });

const connected = (store: EventStore): HealthCheck => ({
  name: 'log',
  check: () => {
    if (!store.status().connected) throw new Error('not connected');
  },
});

const following = (runtime: ProjectionRuntime): HealthCheck => ({
  name: 'read-models',
  check: () => {
    const { following: isFollowing, lastError } = runtime.status;
    if (!isFollowing) throw new Error(lastError ?? 'not claimed yet');
  },
});
