import { describe, expect, it } from '@jest/globals';
import { decodeRecorded, deliveryEvents, type Recorded, subjectOf } from '@lienthong/contracts';
import { type DeliveryEvent } from '@lienthong/documents';
import { type ReadOptions, type StoredMessage } from '@lienthong/event-store';
import { type TailEntry, type TailFilter, TailService } from './tail.service.js';

type Tail = (events: readonly Recorded[]) => void;

const at = 1_583_110_800_000;

const recorded = (sequence: number, recipient: string, event: DeliveryEvent): StoredMessage => {
  const aggregateId = `${recipient}.abc`;
  return {
    id: String(sequence),
    ...deliveryEvents.encode(event),
    source: 'lgsp',
    subject: subjectOf('H39', 'delivery', aggregateId),
    at,
    tenant: 'H39',
    category: 'delivery',
    aggregateId,
    version: 1,
    previous: 0,
    sequence,
  };
};

const routed = (sequence: number, sender: string, recipient: string): StoredMessage =>
  recorded(sequence, recipient, {
    type: 'DeliveryRouted',
    document: 'abc',
    sender,
    recipient,
    via: 'local',
    channel: 'electronic',
    revision: 1,
    at,
  });

const sent = (sequence: number, recipient: string): StoredMessage =>
  recorded(sequence, recipient, { type: 'DeliverySent', at });

/** A log whose end has been seen up to `position`; what comes later is told with `see`. */
const logOf = (messages: readonly StoredMessage[], onRead: () => void = () => undefined) => {
  const tails = new Set<Tail>();
  const store = {
    read: async ({ from, until = 0, onMessages }: ReadOptions) => {
      const wanted = messages.filter(({ sequence }) => sequence >= from && sequence <= until);
      await onMessages(wanted, until);
      onRead();
    },
  };
  const log = {
    position: messages.at(-1)?.sequence ?? 0,
    tail: (added: Tail) => {
      tails.add(added);
      return () => tails.delete(added);
    },
  };
  const see = (...more: readonly StoredMessage[]): void => {
    const events: readonly Recorded[] = more.map(decodeRecorded);
    for (const tail of tails) tail(events);
  };
  return { tail: new TailService(store as never, log as never), see, tails };
};

const past = [routed(1, 'ubnd', 'so'), sent(2, 'so'), routed(3, 'so', 'ubnd'), sent(5, 'ubnd')];

const shown = async (filter: TailFilter): Promise<readonly string[]> => {
  const gone = new AbortController();
  const { tail } = logOf(past, () => {
    gone.abort();
  });
  const cursors: string[] = [];
  for await (const { cursor } of tail.events(0, filter, gone.signal)) cursors.push(cursor);
  return cursors;
};

describe('the tail', () => {
  it.each<[string, TailFilter, readonly string[]]>([
    ['everything', {}, ['1', '2', '3', '5']],
    ['a type by its end', { type: 'delivery-sent.v1' }, ['2', '5']],
    ['a whole type', { type: 'vn.lienthong.documents.delivery-routed.v1' }, ['1', '3']],
    ['no type by its beginning', { type: 'vn.lienthong' }, []],
    ['an agency that sends or gets', { agency: 'so' }, ['1', '2', '3']],
    ['no agency by the beginning of its name', { agency: 's' }, []],
    ['both', { type: 'delivery-sent.v1', agency: 'ubnd' }, ['5']],
  ])('shows %s', async (_what, filter, cursors) => {
    expect(await shown(filter)).toStrictEqual(cursors);
  });

  it('goes from the past to the present without a gap and shows nothing twice', async () => {
    const { tail, see, tails } = logOf(past);
    const gone = new AbortController();
    const events = tail.events(2, {}, gone.signal);
    const next = async (): Promise<string | undefined> => {
      const result: IteratorResult<TailEntry, undefined> = await events.next();
      return result.value?.cursor;
    };
    expect(await next()).toBe('3');
    see(sent(5, 'ubnd'), routed(6, 'ubnd', 'so'));
    expect(await next()).toBe('5');
    expect(await next()).toBe('6');
    gone.abort();
    expect(await next()).toBeUndefined();
    expect(tails.size).toBe(0);
  });

  it('is over at once for who has hung up before it began', async () => {
    const { tail, tails } = logOf(past);
    const shown = tail.events(5, {}, AbortSignal.abort());
    await expect(shown.next()).resolves.toMatchObject({ done: true });
    expect(tails.size).toBe(0);
  });
});
