import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyAggregate, deliveryAggregate, documentAggregate } from '@lienthong/contracts';
import { type EventStore, openEventStore } from '@lienthong/event-store';
import { standingClock } from '@lienthong/kernel';
import { createLogger, type Running } from '@lienthong/platform';
import { ReadModels } from '@lienthong/projections';
import {
  freePort,
  type NatsServerHandle,
  type RedisServerHandle,
  startNats,
  startRedis,
} from '@lienthong/testing';
import { startProjection } from '../../apps/projection/src/application.js';
import { until } from '../contract/event-store/stores.js';
import { AGENCIES, idOf, issued, type Letter, MORNING, registered } from './projections-traffic.js';

const TENANT = 'H39';
const LETTER: Letter = {
  sender: 'office',
  number: 1,
  to: [{ agency: 'ward-1', channel: 'electronic' }],
  at: MORNING,
};

describe('the projection process', () => {
  let nats: NatsServerHandle;
  let redis: RedisServerHandle;
  let store: EventStore;
  let process: Running;
  let models: ReadModels;
  let address: string;

  const start = async (): Promise<Running> => {
    const httpPort = await freePort();
    address = `http://127.0.0.1:${String(httpPort)}`;
    const { user, pass: password, servers } = nats.login('projection');
    return startProjection(
      {
        tenant: TENANT,
        instance: 'projection-1',
        nats: { servers, user, password },
        durability: 'always',
        clock: { kind: 'scenario', at: MORNING },
        redisUrl: redis.url,
        httpPort,
        logLevel: 'error',
      },
      createLogger('projection', 'error'),
    );
  };

  beforeAll(async () => {
    nats = await startNats({ accounts: { lgsp: 'LT_H39', national: 'LT_AXIS' } });
    redis = await startRedis();
    const { user, pass: password, servers } = nats.login('lgsp');
    store = await openEventStore({
      servers,
      user,
      password,
      tenant: TENANT,
      instance: 'lgsp-1',
      access: 'write',
      create: true,
      durability: 'always',
      clock: standingClock(MORNING),
    });
    models = new ReadModels({ redisUrl: redis.url, tenant: TENANT });
    process = await start();
  });

  afterAll(async () => {
    await process.close();
    models.close();
    await store.close();
    await redis.stop();
    await nats.stop();
  });

  const readiness = (): Promise<Response> => fetch(`${address}/health/ready`);

  const registerAgencies = async (): Promise<void> => {
    for (const known of AGENCIES) {
      const { event } = registered(known);
      if (event.category !== 'agency' || event.event.type !== 'AgencyRegistered') continue;
      await store.handle(agencyAggregate, known.id, { ...event.event, type: 'RegisterAgency' });
    }
  };

  const deliver = async (letter: Letter): Promise<number> => {
    const { event } = issued(letter);
    const document = idOf(letter);
    await store.handle(documentAggregate, document, { ...event.event, type: 'IssueDocument' });
    const delivery = `ward-1.${document}`;
    await store.handle(deliveryAggregate, delivery, {
      type: 'RouteDelivery',
      document,
      sender: letter.sender,
      recipient: 'ward-1',
      via: 'local',
      channel: 'electronic',
      revision: 1,
      at: letter.at,
    });
    const confirm = { type: 'ConfirmSent', at: letter.at } as const;
    return (await store.handle(deliveryAggregate, delivery, confirm)).lastSequence;
  };

  it('brings what was written into the inbox, with the login of a reader', async () => {
    await registerAgencies();
    await models.waitFor(await deliver(LETTER), 10_000);
    const { entries } = await models.inbox({ agencies: ['ward-1'], limit: 10 });
    expect(entries).toMatchObject([{ documentId: idOf(LETTER), senderCode: '000.00.00.H39' }]);
  });

  it('is ready, and publishes how far it has come', async () => {
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    expect(await (await readiness()).json()).toMatchObject({ status: 'ok' });
    const metrics = await (await fetch(`${address}/metrics`)).text();
    const position = String(await store.lastSequence());
    expect(metrics).toContain(
      `lienthong_projection_position{projection="inbox",app="projection"} ${position}`,
    );
  });

  it('knows the agencies again when it is started again', async () => {
    await process.close();
    const next = { ...LETTER, number: 2 };
    const last = await deliver(next);
    process = await start();
    await models.waitFor(last, 10_000);
    const { entries } = await models.inbox({ agencies: ['ward-1'], limit: 10 });
    expect(entries.map(({ senderName }) => senderName)).toStrictEqual([
      'Agency office',
      'Agency office',
    ]);
  });

  it('goes on when the log was away, and is not ready meanwhile', async () => {
    await nats.kill9();
    await until(async () => (await readiness()).status === 503);
    expect(await (await readiness()).json()).toMatchObject({
      checks: [{ name: 'log', ok: false }, { name: 'read-models' }],
    });
    await nats.restart();
    await until(async () => (await readiness()).status === 200);
    await models.waitFor(await deliver({ ...LETTER, number: 3 }), 20_000);
    expect(
      (await models.metrics({ levels: ['province'], today: '2020-03-02' })).indicators,
    ).toContainEqual({
      id: 'documents.exchanged{province}',
      numerator: 3,
      denominator: 3,
      value: 1,
      target: null,
    });
  });
});
