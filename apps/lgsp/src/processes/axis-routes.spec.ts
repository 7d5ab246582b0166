import { describe, expect, it } from '@jest/globals';
import { documentEvents, subjectOf } from '@lienthong/contracts';
import { type Delivery, type DocumentIssued, type Recipient } from '@lienthong/documents';
import { type ReadOptions, type StoredMessage } from '@lienthong/event-store';
import { instant } from '@lienthong/kernel';
import { Tenant } from '../tenant.js';
import { AxisRoutes } from './axis-routes.js';

const at = instant('2020-03-02T08:00:00+07:00');
const clock = { kind: 'scenario', now: () => 0, after: (cause: number) => cause } as const;

const event = (to: Recipient): DocumentIssued => ({
  type: 'DocumentIssued',
  inputDigest: '0a'.repeat(32),
  sender: 'ubnd',
  header: { documentId: '1', code: '1/A', typeName: 'Công văn', subject: 'V/v', priority: 0 },
  recipients: [to],
  attachments: [],
  signatures: [],
  replaces: [],
  packet: { digest: '0b'.repeat(32), mediaType: 'application/json' },
  personal: new Uint8Array(),
  at,
});

const messageOf = (issued: DocumentIssued): StoredMessage => ({
  id: 'event-3',
  ...documentEvents.encode(issued),
  source: 'lgsp',
  subject: subjectOf('H39', 'document', 'abc'),
  at,
  tenant: 'H39',
  category: 'document',
  aggregateId: 'abc',
  version: 1,
  previous: 0,
  sequence: 3,
  correlationId: 'abc',
});

/** A log with one document, whose delivery stands as it is said. */
class Store {
  readonly heard: { id: string; command: object; cause: object }[] = [];

  constructor(
    private readonly issued: DocumentIssued | undefined,
    private readonly delivery: Delivery['status'],
  ) {}

  load({ category }: { category: string }): Promise<object> {
    const document =
      this.issued === undefined ? { status: 'unissued' } : { ...this.issued, status: 'issued' };
    const state = category === 'delivery' ? { status: this.delivery } : document;
    return Promise.resolve({ state, firstSequence: 3 });
  }

  async read({ from, until, onMessages }: ReadOptions): Promise<void> {
    if (this.issued === undefined || from !== 3 || until !== 3) return;
    await onMessages([messageOf(this.issued)], 3);
  }

  handle(_aggregate: object, id: string, command: object, cause: object): Promise<object> {
    this.heard.push({ id, command, cause });
    return Promise.resolve({ events: [] });
  }
}

const prepared = async (
  issued: DocumentIssued | undefined,
  delivery: Delivery['status'] = 'unrouted',
): Promise<Store> => {
  const store = new Store(issued, delivery);
  await new AxisRoutes(store as never, new Tenant('H39', clock)).prepare('bo', 'abc');
  return store;
};

const to = (agency: string, via: Recipient['via'], channel: Recipient['channel']): Recipient => ({
  agency,
  code: agency,
  via,
  channel,
});

describe('a status that overtakes our own routing', () => {
  it('finds its delivery routed, as routing itself would have done', async () => {
    const { heard } = await prepared(event(to('bo', 'axis', 'electronic')));
    const named = { document: 'abc', sender: 'ubnd', recipient: 'bo', via: 'axis' };
    expect(heard).toStrictEqual([
      {
        id: 'bo.abc',
        command: { type: 'RouteDelivery', ...named, channel: 'electronic', revision: 1, at },
        cause: { causationId: 'event-3', correlationId: 'abc' },
      },
    ]);
  });

  it.each([
    ['of a document that was never issued', undefined],
    ['of a document for somebody else', event(to('so', 'axis', 'electronic'))],
    ['of a document on paper alone', event(to('bo', 'axis', 'paper'))],
    ['of a document that stays here', event(to('bo', 'local', 'electronic'))],
  ])('is given no delivery %s', async (_what, issued) => {
    expect((await prepared(issued)).heard).toStrictEqual([]);
  });

  it('needs nothing where routing was first', async () => {
    expect((await prepared(event(to('bo', 'axis', 'both')), 'sent')).heard).toStrictEqual([]);
  });
});
