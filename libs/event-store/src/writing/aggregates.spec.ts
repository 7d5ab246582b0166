import { setImmediate as asking } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { parkedAggregate } from '@lienthong/contracts';
import { standingClock } from '@lienthong/kernel';
import { parking } from '@lienthong/testing';
import { BATCH_LIMIT } from '../wire/log-writer.js';
import { type StoredEvent } from '../wire/log-lookup.js';
import { Aggregates } from './aggregates.js';
import { type Desk } from './desk.js';
import { EventEncoder } from './event-encoder.js';
import { UnreadableAggregates } from './unreadable-aggregates.js';

/** Aggregates of one category on a log that answers when it is told to. */
const aggregates = () => {
  const desks: Desk[] = [];
  const stored: StoredEvent[] = [];
  const asked: (() => void)[] = [];
  const last = (subject: string): Promise<StoredEvent | undefined> =>
    new Promise((resolve) => {
      asked.push(() => {
        resolve(stored.findLast((event) => event.subject === subject));
      });
    });
  const chain = () => Promise.resolve(stored);
  const encoder = new EventEncoder('/test', standingClock(0), 1_000_000);
  const parked = new Aggregates(parkedAggregate, {
    ...{ tenant: 'H39', rows: undefined, encoder, epoch: () => 1 },
    unreadable: new UnreadableAggregates(),
    commit: { add: (desk) => desks.push(desk) },
    lookup: { last, chain },
  });
  /** What waits stands in the log; its writer does not know it yet. */
  const store = (sequence: number): void => {
    for (const desk of desks) {
      const { subject, events } = desk.draft(BATCH_LIMIT);
      for (const { id, headers, data } of events) {
        const header = headerIn(headers);
        stored.push({ ...{ subject, sequence, id, version: 1, previous: 0 }, data, header });
      }
    }
  };
  const acknowledge = (sequence: number): void => {
    for (const desk of desks.splice(0)) desk.written(sequence);
  };
  const answer = async (): Promise<void> => {
    await asking();
    for (const tell of asked.splice(0)) tell();
  };
  return { parked, asked, store, acknowledge, answer };
};

const headerIn =
  (lines: string) =>
  (name: string): string | undefined =>
    lines
      .split('\r\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);

describe('an aggregate that is read while it is written', () => {
  it('is known as it was written, whatever the reader finds out later', async () => {
    const { parked, asked, store, acknowledge, answer } = aggregates();
    const written = parked.handle('a', parking(), {});
    store(7);
    const read = parked.load('a', { seen: 1 });
    acknowledge(7);
    await answer();
    await expect(written).resolves.toMatchObject({ version: 1, lastSequence: 7 });
    await expect(read).resolves.toMatchObject({ version: 1, lastSequence: 7 });
    const again = parked.load('a', { seen: 1 });
    await asking();
    expect(asked).toHaveLength(0);
    await expect(again).resolves.toMatchObject({ version: 1 });
  });

  it('is read once more where nobody wrote what was found', async () => {
    const { parked, asked, store, answer } = aggregates();
    void parked.handle('a', parking(), {});
    store(7);
    const read = parked.load('a', { seen: 1 });
    await answer();
    await expect(read).resolves.toMatchObject({ version: 1, confirmedIn: undefined });
    const again = parked.load('a', { seen: 1 });
    await asking();
    expect(asked).toHaveLength(1);
    await answer();
    await expect(again).resolves.toMatchObject({ version: 1, lastSequence: 7 });
  });
});
