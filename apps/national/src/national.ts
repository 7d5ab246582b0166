import 'reflect-metadata';
import { AxisClient } from '@lienthong/connector';
import { type EventStore, openEventStore } from '@lienthong/event-store';
import {
  HealthChecks,
  Metrics,
  type NationalConfiguration,
  nestLogger,
  type Running,
  type TenantClock,
  tenantClock,
} from '@lienthong/platform';
import { type DynamicModule, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { setMaxListeners } from 'node:events';
import { type Logger } from 'pino';
import { AxisLog } from './axis/axis-log.js';
import { AxisModule } from './axis/axis.module.js';
import { SystemKeys } from './axis/system-keys.js';
import { Faults } from './faults/faults.js';
import { type Members, readMembers } from './members/members-file.js';
import { registerMembers } from './members/register-members.js';
import { readSecrets } from './members/secrets-file.js';
import { Ledger } from './outside/ledger.js';
import { OutsideSystem } from './outside/outside-system.js';
import { OutsideSystems } from './outside/outside-systems.js';
import { OutsideModule } from './outside/outside.module.js';

const LOOPBACK = '127.0.0.1';

/** Outside systems look again at every round; before that they give a call a second and a third chance. */
const A_FEW_ATTEMPTS = { attempts: 3, firstDelayMs: 100, longestDelayMs: 200 };

/** Calls to the axis that one outside system has open at one time, at most. */
const CALLS_OF_A_SYSTEM = 8;

/** The national side: the document axis at one address, and behind it the outside systems, steered at another. */
export const startNational = async (
  configuration: NationalConfiguration,
  logger: Logger,
): Promise<Running> => {
  const members = await readMembers(configuration.membersFile);
  const secrets = await readSecrets(configuration.keysFile, members.systems);
  const clock = tenantClock(configuration.clock);
  const store = await openStore(configuration, clock);
  await registerMembers(store, members);
  const log = await AxisLog.follow(store);
  const metrics = metricsOf(store);
  const faults = new Faults();
  const keys = new SystemKeys(secrets);
  const parts = { log, clock, keys, faults, health: healthOf(store), metrics };
  const nest = nestLogger(logger);
  const axis = await listen(AxisModule.of(parts), configuration.httpPort, nest);
  const outside = await outsideSystems(configuration, members, secrets);
  metrics.whenAsked(() => {
    metrics.gauge('lienthong_outstanding').set(outside.state().outstanding);
  });
  const control = await listen(OutsideModule.of(outside, faults), configuration.controlPort, nest);
  outside.start();
  return {
    close: async () => {
      await control.close();
      await outside.close();
      await axis.close();
      await log.close();
      await store.close();
    },
  };
};

const openStore = (configuration: NationalConfiguration, clock: TenantClock): Promise<EventStore> =>
  openEventStore({
    ...configuration.nats,
    tenant: configuration.tenant,
    instance: configuration.instance,
    access: 'write',
    create: configuration.createLog,
    durability: configuration.durability,
    clock,
  });

const metricsOf = (store: EventStore): Metrics => {
  const metrics = new Metrics('national');
  metrics.whenAsked(() => {
    metrics.gauge('lienthong_commands_waiting').set(store.status().waiting);
  });
  return metrics;
};

const healthOf = (store: EventStore): HealthChecks =>
  new HealthChecks([
    {
      name: 'log',
      check: () => {
        const { connected, damage } = store.status();
        if (damage !== undefined) throw new Error(damage);
        if (!connected) throw new Error('not connected');
      },
    },
  ]);

const outsideSystems = async (
  { seed, dataDir, httpPort }: NationalConfiguration,
  members: Members,
  secrets: ReadonlyMap<string, string>,
): Promise<OutsideSystems> => {
  const ledger = await Ledger.open(dataDir);
  const byCode = new Map(
    members.agencies.flatMap((agency) => [
      [agency.code102, agency],
      [agency.code, agency],
    ]),
  );
  const directory = (code: string) => byCode.get(code);
  const world = { seed, behaviour: members.behaviour, directory, ledger };
  const url = `http://${LOOPBACK}:${String(httpPort)}`;
  const connections = new AbortController();
  const { signal } = connections;
  setMaxListeners(members.systems.length * CALLS_OF_A_SYSTEM, signal);
  const systems = members.systems.map((systemId) => {
    const secret = secrets.get(systemId) ?? '';
    const client = { url, systemId, secret, patience: A_FEW_ATTEMPTS, signal };
    const served = members.agencies.filter(({ system }) => system === systemId);
    const codes = served.map(({ code102 }) => code102);
    return new OutsideSystem(systemId, codes, new AxisClient(client), world);
  });
  return new OutsideSystems(systems, ledger, directory, connections);
};

const listen = async (
  module: DynamicModule,
  port: number,
  logger: LoggerService,
): Promise<Running> => {
  const app = await NestFactory.create(module, {
    logger,
    abortOnError: false,
    forceCloseConnections: true,
  });
  await app.listen(port, LOOPBACK);
  return app;
};
