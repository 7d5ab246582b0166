import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { parkedAggregate, subjectOf } from '@lienthong/contracts';
import { standingClock } from '@lienthong/kernel';
import { parking } from '@lienthong/testing';
import { newEntry } from '../aggregate-entry.js';
import { StoreUnavailable } from '../event-store.errors.js';
import { BATCH_LIMIT } from '../wire/log-writer.js';
import { EventEncoder } from './event-encoder.js';
import { Mailbox } from './mailbox.js';

const SECOND = 1_000;

/** A mailbox, and what became of each command that was posted a second after the one before. */
const mailbox = () => {
  const box = new Mailbox(
    {
      aggregate: parkedAggregate,
      subject: subjectOf('H39', 'parked', 'a'),
      encoder: new EventEncoder('/test', standingClock(0), 1_000_000),
      epoch: () => 1,
      onSettled: () => undefined,
    },
    newEntry(parkedAggregate.decider.initial),
  );
  const outcomes: string[] = [];
  const post = (second: number): void => {
    jest.setSystemTime(second * SECOND);
    const at = outcomes.push('waiting') - 1;
    box.post(parking(String(second)), {}).then(
      () => (outcomes[at] = 'done'),
      () => (outcomes[at] = 'unavailable'),
    );
  };
  const expire = async (second: number): Promise<void> => {
    box.expire(second * SECOND, () => new StoreUnavailable('no answer in time'));
    await Promise.resolve();
  };
  return { box, outcomes, post, expire };
};

describe('commands that wait at a mailbox for too long', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('take with them those that came after, which would overtake them otherwise', async () => {
    const { box, outcomes, post, expire } = mailbox();
    [1, 2, 3].forEach(post);
    await expire(1);
    expect(outcomes).toStrictEqual(['waiting', 'waiting', 'waiting']);
    await expire(2);
    expect(outcomes).toStrictEqual(['unavailable', 'unavailable', 'unavailable']);
    expect(box.size).toBe(0);
  });

  it('may be written all the same, with what is in the same draft', async () => {
    const { box, outcomes, post, expire } = mailbox();
    [1, 2].forEach(post);
    expect(box.draft(BATCH_LIMIT).events).toHaveLength(1);
    post(3);
    await expire(2);
    expect(outcomes).toStrictEqual(['unavailable', 'waiting', 'unavailable']);
    post(4);
    await expire(2);
    expect(outcomes).toStrictEqual(['unavailable', 'waiting', 'unavailable', 'waiting']);
    box.written(7);
    await Promise.resolve();
    expect(outcomes).toStrictEqual(['unavailable', 'done', 'unavailable', 'waiting']);
    expect(box.size).toBe(1);
  });
});
