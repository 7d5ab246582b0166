import { describe, expect, it } from '@jest/globals';
import { type Recorded, subjectOf } from '@lienthong/contracts';
import { type DeliveryCommand, type DocumentIssued, type Recipient } from '@lienthong/documents';
import { instant } from '@lienthong/kernel';
import { Tenant } from '../tenant.js';
import { RoutingProcess } from './routing.process.js';

const at = instant('2020-03-02T08:00:00+07:00');
const clock = { kind: 'scenario', now: () => 0, after: (cause: number) => cause } as const;

const issued = (sequence: number, recipients: readonly Recipient[]): Recorded => {
  const aggregateId = `document-${String(sequence)}`;
  const event: DocumentIssued = {
    type: 'DocumentIssued',
    inputDigest: '0a'.repeat(32),
    sender: 'ubnd',
    header: { documentId: '1', code: '1/A', typeName: 'Công văn', subject: 'V/v', priority: 0 },
    recipients,
    attachments: [],
    packet: { digest: '0b'.repeat(32), mediaType: 'application/json' },
    personal: new Uint8Array(),
    at,
  };
  const message = {
    id: `event-${String(sequence)}`,
    type: 'vn.lienthong.documents.document-issued.v1',
    source: 'lgsp',
    subject: subjectOf('H39', 'document', aggregateId),
    at,
    tenant: 'H39',
    category: 'document',
    aggregateId,
    version: 1,
    sequence,
    correlationId: aggregateId,
    data: new Uint8Array(),
  } as const;
  return { message, category: 'document', event };
};

interface Heard {
  readonly id: string;
  readonly command: DeliveryCommand;
  readonly cause: object;
  answer(): void;
}

/** A log that answers a command when it is told to. */
class Store {
  readonly heard: Heard[] = [];
  readonly checkpoints = { load: () => Promise.resolve(0), save: () => Promise.resolve() };

  lastSequence(): Promise<number> {
    return Promise.resolve(0);
  }

  handle(
    _aggregate: unknown,
    id: string,
    command: DeliveryCommand,
    cause: object,
  ): Promise<object> {
    return new Promise((resolve) => {
      const answer = (): void => {
        resolve({ events: [] });
      };
      this.heard.push({ id, command, cause, answer });
    });
  }
}

const begun = async () => {
  const store = new Store();
  const routing = new RoutingProcess(store as never, new Tenant('H39', clock));
  await routing.start();
  return { store, routing };
};

const recipient = (agency: string, via: Recipient['via'], channel: Recipient['channel']) => ({
  agency,
  code: agency,
  via,
  channel,
});

describe('routing', () => {
  it.each<[string, Recipient, readonly DeliveryCommand['type'][]]>([
    ['an inbox here', recipient('so', 'local', 'electronic'), ['RouteDelivery', 'ConfirmSent']],
    ['an inbox and paper', recipient('so', 'local', 'both'), ['RouteDelivery', 'ConfirmSent']],
    ['paper alone', recipient('so', 'local', 'paper'), ['RouteDelivery']],
    ['the axis', recipient('bo', 'axis', 'electronic'), ['RouteDelivery']],
  ])('to %s asks for what follows, because of the document and at its time', async (...row) => {
    const [, to, types] = row;
    const { store, routing } = await begun();
    await routing.see([issued(3, [to])], 3);
    expect(store.heard.map(({ command }) => command.type)).toStrictEqual(types);
    for (const { id, command, cause } of store.heard) {
      expect(id).toBe(`${to.agency}.document-3`);
      expect(command.at).toBe(at);
      expect(cause).toMatchObject({ causationId: 'event-3', correlationId: 'document-3' });
    }
    await routing.stop();
  });

  it('keeps its checkpoint behind the first document that is not routed', async () => {
    const { store, routing } = await begun();
    const to = [recipient('bo', 'axis', 'electronic')];
    await routing.see([issued(3, to), issued(5, to)], 6);
    expect(routing.status()).toMatchObject({ checkpoint: 2, waiting: 2 });
    store.heard[1]?.answer();
    await new Promise(setImmediate);
    expect(routing.status()).toMatchObject({ checkpoint: 2, waiting: 1 });
    store.heard[0]?.answer();
    await new Promise(setImmediate);
    expect(routing.status()).toMatchObject({ checkpoint: 6, waiting: 0 });
    await routing.stop();
  });

  it('passes over what is no document', async () => {
    const { store, routing } = await begun();
    await routing.see([], 9);
    expect(store.heard).toStrictEqual([]);
    expect(routing.status()).toMatchObject({ checkpoint: 9 });
    await routing.stop();
  });
});
