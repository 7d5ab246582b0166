import { beforeAll, describe, expect, it } from '@jest/globals';
import { type RecordedMessage, subjectOf } from '@lienthong/contracts';
import { Logger } from '@nestjs/common';
import { Follower } from './follower.js';
import { type Of } from './follows.js';

beforeAll(() => {
  Logger.overrideLogger(false);
});

const at = 1_583_110_800_000;

const event = (sequence: number, recipient = 'so'): Of<'delivery'> => {
  const aggregateId = `${recipient}.abc`;
  const message: RecordedMessage = {
    id: String(sequence),
    type: 'vn.lienthong.documents.delivery-sent.v1',
    source: 'lgsp',
    subject: subjectOf('H39', 'delivery', aggregateId),
    at,
    tenant: 'H39',
    category: 'delivery',
    aggregateId,
    version: 1,
    sequence,
    data: new Uint8Array(),
  };
  return { message, category: 'delivery', event: { type: 'DeliverySent', at } };
};

const settled = (): Promise<void> => new Promise(setImmediate);

interface Setting {
  readonly checkpoint?: number;
  readonly heldAtStart?: number;
  readonly atOnce?: number;
}

/** A follower of deliveries that is done with an event when it is told to. */
const following = async ({ checkpoint = 0, heldAtStart = 0, atOnce }: Setting = {}) => {
  const heard: { sequence: number; mayBeRepeated: boolean; end: (error?: Error) => void }[] = [];
  const saved: number[] = [];
  const store = {
    checkpoints: {
      load: () => Promise.resolve(checkpoint),
      save: (_name: string, sequence: number) => Promise.resolve(saved.push(sequence)),
    },
  };
  const options = {
    name: 'test',
    kept: 'log',
    ...(atOnce === undefined ? {} : { atOnce }),
  } as const;
  const follower = new Follower(options, store as never);
  follower.add('delivery', ({ message }, { mayBeRepeated }) => {
    return new Promise((resolve, reject) => {
      const end = (error?: Error): void => {
        if (error === undefined) resolve();
        else reject(error);
      };
      heard.push({ sequence: message.sequence, mayBeRepeated, end });
    });
  });
  await follower.start(heldAtStart);
  const end = async (sequence: number, error?: Error): Promise<void> => {
    heard.findLast((each) => each.sequence === sequence)?.end(error);
    await settled();
  };
  const sequences = (): readonly number[] => heard.map(({ sequence }) => sequence);
  return { follower, heard, sequences, end, saved };
};

describe('a follower of the log', () => {
  it('keeps its checkpoint behind the first event that is not done', async () => {
    const { follower, end, saved } = await following();
    await follower.take([event(3, 'a'), event(5, 'b')], 6);
    await settled();
    expect(follower.status()).toMatchObject({ checkpoint: 2, waiting: 2 });
    await end(5);
    expect(follower.status()).toMatchObject({ checkpoint: 2, waiting: 1 });
    await end(3);
    expect(follower.status()).toMatchObject({ checkpoint: 6, waiting: 0 });
    await follower.stop();
    expect(saved).toStrictEqual([6]);
  });

  it('goes on from its checkpoint, and says what may have been handled before', async () => {
    const { follower, heard } = await following({ checkpoint: 3, heldAtStart: 5 });
    await follower.take([event(3, 'a'), event(5, 'b'), event(6, 'c')], 6);
    await settled();
    expect(heard).toMatchObject([
      { sequence: 5, mayBeRepeated: true },
      { sequence: 6, mayBeRepeated: false },
    ]);
    await follower.stop();
  });

  it('handles events of one aggregate in their order, and others beside them', async () => {
    const { follower, sequences, end } = await following();
    await follower.take([event(1, 'a'), event(2, 'a'), event(3, 'b')], 3);
    await settled();
    expect(sequences()).toStrictEqual([1, 3]);
    await end(3);
    expect(sequences()).toStrictEqual([1, 3]);
    await end(1);
    expect(sequences()).toStrictEqual([1, 3, 2]);
    await follower.stop();
  });

  it('is given what it failed at again, before what follows it, until it succeeds', async () => {
    const { follower, heard, sequences, end } = await following();
    await follower.take([event(1, 'a'), event(2, 'a')], 2);
    await settled();
    await end(1, new Error('away'));
    expect(follower.status()).toMatchObject({ checkpoint: 0, waiting: 2, lastError: 'away' });
    while (heard.length < 2) await settled();
    expect(heard[1]).toMatchObject({ sequence: 1, mayBeRepeated: true });
    await end(1);
    expect(sequences()).toStrictEqual([1, 1, 2]);
    expect(follower.status()).not.toHaveProperty('lastError');
    await end(2);
    expect(follower.status()).toMatchObject({ checkpoint: 2, waiting: 0 });
    await follower.stop();
  });

  it('takes no more at once than it may', async () => {
    const { follower, sequences, end } = await following({ atOnce: 2 });
    const taken = follower.take([event(1, 'a'), event(2, 'b'), event(3, 'c')], 3);
    await settled();
    expect(sequences()).toStrictEqual([1, 2]);
    expect(follower.status()).toMatchObject({ checkpoint: 0, waiting: 2 });
    await end(2);
    await taken;
    await settled();
    expect(sequences()).toStrictEqual([1, 2, 3]);
    await follower.stop();
  });

  it('passes over what it does not handle', async () => {
    const { follower } = await following();
    await follower.take([], 9);
    expect(follower.status()).toMatchObject({ checkpoint: 9, waiting: 0 });
    await follower.stop();
  });

  it('makes nobody wait who stops it, and keeps no checkpoint beyond what is done', async () => {
    const { follower, sequences, end, saved } = await following({ atOnce: 1 });
    const taken = follower.take([event(4, 'a'), event(5, 'b')], 5);
    await settled();
    await follower.stop();
    await taken;
    await end(4);
    expect(sequences()).toStrictEqual([4]);
    expect(saved).toStrictEqual([]);
  });
});
