import { readFile } from 'node:fs/promises';
import { EventStore, openEventStore } from '@lienthong/event-store';
import { systemClock } from '@lienthong/kernel';
import { AxisClient } from '@lienthong/connector';
import {
  HealthChecks,
  HealthController,
  type LgspConfiguration,
  MemoryGate,
  Metrics,
  MetricsController,
  tenantClock,
} from '@lienthong/platform';
import { History, ReadModels, RedisStateRows } from '@lienthong/projections';
import { SignatureVerifier, TrustedAuthorities } from '@lienthong/signatures';
import {
  type DynamicModule,
  Injectable,
  Module,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard, OperatorGuard, OwnSystemGuard } from './access/access.guard.js';
import { Authentication, OPERATOR_KEY_DIGEST, REAL_CLOCK } from './access/authentication.js';
import { Rates } from './access/rates.js';
import { Speaking } from './access/speaking.js';
import { Toll } from './access/toll.js';
import { CompatController } from './compat/compat.controller.js';
import { COMPAT_SERVICES } from './compat/compat.services.js';
import { AgencyController } from './directory/agency.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DirectoryHandlers } from './directory/directory.handlers.js';
import { DirectoryService } from './directory/directory.service.js';
import { GroupsController } from './directory/groups.controller.js';
import { GroupsService } from './directory/groups.service.js';
import { DirectoryView } from './directory/directory.view.js';
import { Addressing } from './documents/addressing.js';
import { Asking } from './documents/asking.js';
import { ChangesService } from './documents/changes.service.js';
import { AttachmentIntake } from './documents/attachment-intake.js';
import { ContentTeller } from './documents/content-teller.js';
import { DocumentLines } from './documents/document-lines.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsService } from './documents/documents.service.js';
import { Judging } from './documents/judging.js';
import { Intake } from './documents/intake.js';
import { Reaching } from './documents/reaching.js';
import { RevocationController } from './documents/revocation.controller.js';
import { ReadingController } from './documents/reading.controller.js';
import { ReadingService } from './documents/reading.service.js';
import { SearchController } from './documents/search.controller.js';
import { Versions } from './documents/versions.js';
import { LARGEST_BODY_BYTES } from './http/body.js';
import { BodyRooms } from './http/body.room.js';
import { BusinessTime } from './http/business-time.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxService } from './inbox/inbox.service.js';
import { INSPECTION_CONTROLLERS, INSPECTION_SERVICES } from './inspection/inspection.parts.js';
import { LogStrategy } from './log/log.strategy.js';
import { Poison } from './log/poison.js';
import { ObjectsController } from './objects/objects.controller.js';
import { ProblemsController } from './problems/problems.controller.js';
import { AxisAgencies } from './processes/axis-agencies.js';
import { AxisDirectoryProcess } from './processes/axis-directory.process.js';
import { AxisInbound } from './processes/axis-inbound.js';
import { AxisOutboundProcess } from './processes/axis-outbound.process.js';
import { AxisIntake } from './processes/axis-intake.js';
import { AxisPacketWriter } from './processes/axis-packet.writer.js';
import { AxisSender } from './processes/axis.sender.js';
import { AxisRoutes } from './processes/axis-routes.js';
import { AxisShipments } from './processes/axis-shipments.js';
import { AxisShipper } from './processes/axis-shipper.js';
import { AxisStatusIntake } from './processes/axis-status-intake.js';
import { AxisPoller } from './processes/axis.poller.js';
import { AXIS_POLL_MS, AXIS_SYSTEM_ID } from './processes/axis.tokens.js';
import { ObjectSweep } from './processes/object-sweep.js';
import { Parking } from './processes/parking.js';
import { AxisConnection, Processes } from './processes/processes.js';
import { Routes } from './processes/routes.js';
import { RoutingProcess } from './processes/routing.process.js';
import { Settling } from './processes/settling.js';
import { RequestJournal } from './requests/request-journal.js';
import { RequestsController } from './requests/requests.controller.js';
import { KeyTelling } from './systems/key-telling.js';
import { SystemKeysController } from './systems/system-keys.controller.js';
import { SystemsController } from './systems/systems.controller.js';
import { SystemsService } from './systems/systems.service.js';
import { Tenant } from './tenant.js';
import { StatusesController } from './statuses/statuses.controller.js';
import { StatusIntake } from './statuses/status-intake.js';
import { StatusesService } from './statuses/statuses.service.js';

/** Ends what the module opened, after everything that uses it has stopped. */
@Injectable()
class Connections implements OnApplicationShutdown {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly rows: RedisStateRows,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
    this.readModels.close();
    this.rows.close();
  }
}

const CONTROLLERS = [
  DocumentsController,
  SearchController,
  ReadingController,
  RevocationController,
  ObjectsController,
  StatusesController,
  InboxController,
  CompatController,
  DirectoryController,
  AgencyController,
  GroupsController,
  SystemsController,
  SystemKeysController,
  RequestsController,
  ...INSPECTION_CONTROLLERS,
  ProblemsController,
  HealthController,
  MetricsController,
];

/** Those that follow the log, in the order in which they are told. */
const HANDLERS = [DirectoryHandlers, RoutingProcess];
const AXIS_HANDLERS = [AxisOutboundProcess, AxisDirectoryProcess];

const SERVICES = [
  Authentication,
  Toll,
  AccessGuard,
  OperatorGuard,
  OwnSystemGuard,
  Speaking,
  BusinessTime,
  DirectoryView,
  DirectoryService,
  GroupsService,
  SystemsService,
  KeyTelling,
  RequestJournal,
  Addressing,
  Reaching,
  Judging,
  Versions,
  Asking,
  ChangesService,
  DocumentsService,
  AttachmentIntake,
  Intake,
  DocumentLines,
  ReadingService,
  ContentTeller,
  StatusesService,
  StatusIntake,
  ...COMPAT_SERVICES,
  InboxService,
  ...INSPECTION_SERVICES,
  LogStrategy,
  Poison,
  Parking,
  Routes,
  ObjectSweep,
  Processes,
  Settling,
  Connections,
];

const AXIS_SERVICES = [
  AxisAgencies,
  AxisInbound,
  AxisIntake,
  AxisStatusIntake,
  AxisPacketWriter,
  AxisRoutes,
  AxisShipments,
  AxisShipper,
  AxisSender,
  AxisPoller,
  AxisConnection,
];

/** The provincial platform: its doors, its command handlers and its processes, on one tenant's log. */
@Module({})
export class LgspModule {
  static of(configuration: LgspConfiguration): DynamicModule {
    return {
      module: LgspModule,
      controllers: [
        ...CONTROLLERS,
        ...HANDLERS,
        ...(configuration.axis === undefined ? [] : AXIS_HANDLERS),
      ],
      providers: [
        ...settings(configuration),
        ...adapters(configuration),
        ...SERVICES,
        ...axis(configuration),
      ],
    };
  }
}

const settings = (configuration: LgspConfiguration): Provider[] => [
  { provide: Tenant, useValue: new Tenant(configuration.tenant, tenantClock(configuration.clock)) },
  { provide: OPERATOR_KEY_DIGEST, useValue: configuration.operatorKeyDigest },
  { provide: REAL_CLOCK, useValue: systemClock },
  {
    provide: Rates,
    useFactory: () => new Rates(configuration.requestsPerSecond, () => performance.now()),
  },
  { provide: Metrics, useFactory: () => new Metrics('lgsp') },
  { provide: HealthChecks, useFactory: healthChecks, inject: [EventStore, Processes] },
  { provide: MemoryGate, useValue: new MemoryGate(BODY_ROOM) },
  { provide: APP_INTERCEPTOR, useClass: BodyRooms },
];

/** A body of n bytes takes about 5n while it is parsed, decoded and stored. */
const BODY_ROOM = { budgetBytes: 2 * LARGEST_BODY_BYTES, patienceMs: 5_000 };

const adapters = (configuration: LgspConfiguration): Provider[] => {
  const { tenant, redisUrl, nats, instance, durability, createLog, trustFile } = configuration;
  return [
    { provide: SignatureVerifier, useFactory: () => verifierOf(trustFile) },
    { provide: ReadModels, useFactory: () => new ReadModels({ redisUrl, tenant }) },
    {
      provide: History,
      useFactory: (readModels: ReadModels, store: EventStore) => readModels.history(store),
      inject: [ReadModels, EventStore],
    },
    { provide: RedisStateRows, useFactory: () => new RedisStateRows({ redisUrl, tenant }) },
    {
      provide: EventStore,
      useFactory: (rows: RedisStateRows) =>
        openEventStore({
          ...nats,
          tenant,
          instance,
          access: 'write',
          create: createLog,
          durability,
          clock: systemClock,
          rows,
        }),
      inject: [RedisStateRows],
    },
  ];
};

/** @throws {TrustNotValid} */
const verifierOf = async (trustFile: string | undefined): Promise<SignatureVerifier> =>
  new SignatureVerifier(
    trustFile === undefined
      ? TrustedAuthorities.none
      : TrustedAuthorities.fromPem(await readFile(trustFile, 'utf8')),
  );

const axis = ({ axis: membership }: LgspConfiguration): Provider[] => {
  if (membership === undefined) return [];
  const { url, systemId, secret, pollMs } = membership;
  return [
    {
      provide: AxisClient,
      useFactory: () => new AxisClient({ url, systemId, secret, patience: ONCE }),
    },
    { provide: AXIS_SYSTEM_ID, useValue: systemId },
    { provide: AXIS_POLL_MS, useValue: pollMs },
    ...AXIS_SERVICES,
  ];
};

/** The backlog and the poller decide when to try again, and say meanwhile what waits. */
const ONCE = { attempts: 1, firstDelayMs: 0, longestDelayMs: 0 };

const healthChecks = (store: EventStore, processes: Processes): HealthChecks =>
  new HealthChecks([
    {
      name: 'log',
      check: () => {
        const { connected, damage } = store.status();
        if (!connected) throw new Error('not connected');
        if (damage !== undefined) throw new Error(damage);
      },
    },
    {
      name: 'processes',
      check: () => {
        if (!processes.ready)
          throw new Error('the list of agencies has not been read from the axis');
      },
    },
  ]);
