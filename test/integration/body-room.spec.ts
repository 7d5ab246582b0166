import { type ClientRequest, request } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, LgspDoor } from './lgsp-door.js';

const MIB = 1024 * 1024;
const LARGE = 60 * MIB;
/** Of two bodies as they are read; a third one would be above. */
const MOST_GROWTH_BYTES = 3 * LARGE - 10 * MIB;
/** Of as many as there are agencies, two are in. */
const KEPT_WAITING = 2;
const AGENCIES = ['a', 'b', 'c', 'd'];

let door: LgspDoor;
let keys: readonly string[];

beforeAll(async () => {
  door = await LgspDoor.open();
  keys = await door.settle(...AGENCIES);
}, 60_000);

afterAll(() => door.close());

/** A body of which all but the end has been sent: the door has to keep what it took. */
class Upload {
  readonly answered: Promise<{ status: number; retryAfter: string | undefined; text: string }>;
  private readonly asking: ClientRequest;

  constructor(key: string, length: object) {
    this.asking = request(`${door.first.url}/v1/documents`, {
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        ...length,
      },
    });
    this.answered = new Promise((resolve) => {
      this.asking.once('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('close', () => {
          const { statusCode: status = 0, headers } = answer;
          const text = Buffer.concat(chunks).toString();
          resolve({ status, retryAfter: headers['retry-after'], text });
        });
      });
      // An answer before the end of the question cuts the rest of it off.
      this.asking.on('error', () => undefined);
    });
    this.asking.write(WITHOUT_END);
  }

  end(): void {
    this.asking.end(' ');
  }
}

const WITHOUT_END = Buffer.alloc(LARGE - 1, ' ');

const codeSchema = z.object({ code: z.string() });

/** Resolves when `count` of them have. */
const firstOf = (outcomes: readonly Promise<unknown>[], count: number): Promise<void> =>
  new Promise((resolve) => {
    let told = 0;
    for (const outcome of outcomes) {
      void outcome.then(() => {
        told += 1;
        if (told === count) resolve();
      });
    }
  });

const residentBytes = async (): Promise<number> => {
  const status = await readFile(`/proc/${String(door.first.process.pid)}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
};

describe('many large bodies at once', () => {
  it.each([
    ['with their length', { 'content-length': String(LARGE) }],
    ['without a length', { 'transfer-encoding': 'chunked' }],
  ])(
    '%s wait for room, and who waits too long is told to come again',
    async (_how, length) => {
      await writeFile(`/proc/${String(door.first.process.pid)}/clear_refs`, '5');
      const before = await residentBytes();
      const uploads = keys.map((key) => new Upload(key, length));
      await firstOf(
        uploads.map(({ answered }) => answered),
        KEPT_WAITING,
      );
      expect((await residentBytes()) - before).toBeLessThan(MOST_GROWTH_BYTES);
      for (const upload of uploads) upload.end();
      const told = await Promise.all(uploads.map(({ answered }) => answered));
      const outcomes = told.map(({ status, retryAfter, text }) => [
        status,
        retryAfter,
        codeSchema.parse(JSON.parse(text)).code,
      ]);
      expect(outcomes.sort()).toStrictEqual([
        ...Array.from({ length: 2 }, () => [400, undefined, 'malformed-json']),
        ...Array.from({ length: KEPT_WAITING }, () => [503, '1', 'no-room']),
      ]);
    },
    30_000,
  );

  it('leave room for small ones', async () => {
    const uploads = keys.map((key) => new Upload(key, { 'content-length': String(LARGE) }));
    const small = await Promise.all(
      keys.map((key, at) =>
        ask(`${door.first.url}/v1/documents`, {
          method: 'POST',
          key,
          body: JSON.stringify({
            from: AGENCIES[at],
            documentId: 'nhỏ',
            code: { number: '1', notation: 'NHO' },
            typeName: 'Công văn',
            subject: 'Một văn bản nhỏ',
            to: [{ code: AGENCIES[(at + 1) % AGENCIES.length] }],
          }),
        }),
      ),
    );
    expect(small.map(({ status }) => status)).toStrictEqual(keys.map(() => 201));
    for (const upload of uploads) upload.end();
    await Promise.all(uploads.map(({ answered }) => answered));
  }, 30_000);
});
