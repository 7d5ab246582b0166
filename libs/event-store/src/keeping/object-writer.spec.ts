import { setImmediate as othersFirst } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Status } from '@nats-io/transport-node';
import { StoreUnavailable } from '../event-store.errors.js';
import { Link } from '../wire/link.js';
import { type Draft } from '../wire/log-writer.js';
import { ObjectForm } from './object-form.js';
import { ObjectWriter } from './object-writer.js';

const DIGEST = 'ab'.repeat(32);
const CONTENT = Buffer.from('Long An');

/** A connection that is lost; the word that it is back comes when `return` is called. */
const lostConnection = () => {
  let back: () => void = () => undefined;
  const returned = new Promise<void>((resolve) => {
    back = resolve;
  });
  async function* status(): AsyncGenerator<Status> {
    yield { type: 'disconnect', server: '' };
    await returned;
    yield { type: 'reconnect', server: '' };
  }
  return { connection: { status, isClosed: () => false }, return: back };
};

describe('writing an object while there is no connection', () => {
  const writing = async (patienceMs: number) => {
    const lost = lostConnection();
    const link = new Link(lost.connection);
    await new Promise<void>((resolve) => {
      link.onDown(resolve);
    });
    const written: Draft[] = [];
    const write = (drafts: Iterable<Draft>) => {
      written.push(...drafts);
      return Promise.resolve({ kind: 'stored', sequence: 1 } as const);
    };
    const writer = new ObjectWriter({
      form: new ObjectForm('objects'),
      entries: { claim: () => Promise.resolve(false), written: () => undefined },
      writer: { write },
      link,
      patienceMs,
    });
    return { lost, written, writer };
  };

  it('ends at its deadline, also for those that come later', async () => {
    const { written, writer } = await writing(20);
    const both = [writer.write(DIGEST, CONTENT), writer.write(DIGEST, CONTENT)];
    for (const one of both) await expect(one).rejects.toThrow(StoreUnavailable);
    expect(written).toEqual([]);
  }, 2_000);

  it('goes on when there is one in time', async () => {
    const { lost, written, writer } = await writing(60_000);
    const object = writer.write(DIGEST, CONTENT);
    lost.return();
    await object;
    expect(written).toHaveLength(2);
  });
});

describe('objects that come one after another', () => {
  async function* noStatus(): AsyncGenerator<Status> {
    await Promise.resolve();
    yield* [];
  }

  /** A writer, and how many messages each of its batches had. */
  const writing = (apartMs: number) => {
    const batches: number[] = [];
    const write = async (drafts: Iterable<Draft>) => {
      batches.push([...drafts].flatMap(({ events }) => events).length);
      await othersFirst();
      return { kind: 'stored', sequence: 1 } as const;
    };
    const writer = new ObjectWriter({
      form: new ObjectForm('objects'),
      entries: { claim: () => Promise.resolve(false), written: () => undefined },
      writer: { write },
      link: new Link({ status: noStatus, isClosed: () => false }),
      apartMs,
    });
    let named = 0;
    const put = (content: Uint8Array) => {
      named += 1;
      return writer.write(String(named).padStart(64, '0'), content);
    };
    return { batches, put };
  };

  it('are written at once where nobody is before them, and together where somebody is', async () => {
    const { batches, put } = writing(500);
    const first = put(CONTENT);
    const second = put(CONTENT);
    await first;
    await othersFirst();
    const third = put(CONTENT);
    await Promise.all([second, third]);
    expect(batches).toEqual([2, 4]);
  });

  it('wait for no others where they are many', async () => {
    const { batches, put } = writing(60_000);
    await Promise.all(Array.from({ length: 11 }, () => put(CONTENT)));
    expect(batches).toEqual([2, 20]);
  });

  it('wait for no others where they fill a batch', async () => {
    const { batches, put } = writing(60_000);
    const large = new Uint8Array(3_000_000);
    const [first, second] = [put(CONTENT), put(large), put(large)];
    await Promise.all([first, second]);
    expect(batches).toEqual([2, 24]);
  });
});
