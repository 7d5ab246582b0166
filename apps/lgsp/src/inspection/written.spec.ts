import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { written } from './written.js';

/** A connection whose reader takes a piece when it is told to. */
const connection = () => {
  const taken: string[] = [];
  let read: () => void = () => undefined;
  const stream = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      taken.push(String(chunk));
      read = done;
    },
  });
  return {
    stream,
    taken,
    read: () => {
      read();
    },
  };
};

const isOver = async (work: Promise<void>): Promise<boolean> => {
  let over = false;
  void work.then(() => {
    over = true;
  });
  await new Promise(setImmediate);
  return over;
};

describe('what is written to a reader', () => {
  it('waits until the reader has taken it', async () => {
    const { stream, taken, read } = connection();
    const writing = written(stream, 'a', new AbortController().signal);
    expect([await isOver(writing), taken]).toStrictEqual([false, ['a']]);
    read();
    expect(await isOver(writing)).toBe(true);
  });

  it('waits no longer than the reader is there', async () => {
    const { stream, taken } = connection();
    const gone = new AbortController();
    const writing = written(stream, 'a', gone.signal);
    gone.abort();
    expect(await isOver(writing)).toBe(true);
    await written(stream, 'b', gone.signal);
    expect(taken).toStrictEqual(['a']);
  });
});
