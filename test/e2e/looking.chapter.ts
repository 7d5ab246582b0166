import { describe, expect, it } from '@jest/globals';
import { PlatformProblem } from '@lienthong/connector';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { lienthong } from './lienthong.js';
import { province } from './shared-province.js';

const MINUTES = 60_000;
const OFFICE = '000.00.00.H39';
const DEPARTMENT = '000.00.13.H39';
const SUBJECT = 'Báo cáo tiến độ gia cố đê điều';

const verification = z.looseObject({ ok: z.boolean(), differences: z.array(z.unknown()) });
const metrics = z.looseObject({
  asOfSequence: z.int(),
  stale: z.boolean(),
  indicators: z.array(
    z.object({ id: z.string(), numerator: z.int(), denominator: z.int() }).loose(),
  ),
});
const found = z.looseObject({
  entries: z.array(z.looseObject({ documentId: z.string(), subject: z.string() })),
});
const told = z.looseObject({ documentId: z.string() });

const send = async (number: string, subject = SUBJECT): Promise<string> => {
  const { documentId } = await province()
    .client('qlvb-ubnd')
    .sendDocument({
      from: OFFICE,
      documentId: `${OFFICE},2020/03/02,${number}`,
      code: { number, notation: 'UBND-TL' },
      typeName: 'Công văn',
      subject,
      to: [{ code: DEPARTMENT }],
    });
  return documentId;
};

const figure = (text: string, id: string) =>
  metrics.parse(JSON.parse(text)).indicators.find((indicator) => indicator.id === id);

describe('whoever looks into the platform', () => {
  it(
    'finds documents by words without marks; a system finds its own',
    async () => {
      const documentId = await send('tìm-kiếm');
      await province().settled();
      const { lines } = await lienthong('search', 'bao', 'cao', 'de', 'dieu');
      expect(found.parse(JSON.parse(lines[0] ?? '')).entries).toMatchObject([
        { documentId, subject: SUBJECT },
      ]);
      const searchBy = async (system: string) => {
        const url = new URL('/v1/documents', province().platform.addresses.platform);
        url.searchParams.set('text', 'đê điều');
        const headers = { authorization: `Bearer ${province().keys[system] ?? ''}` };
        return found.parse(await (await fetch(url, { headers })).json()).entries.length;
      };
      expect(await searchBy('qlvb-ubnd')).toBe(1);
      expect(await searchBy('qlvb-so-tttt')).toBe(1);
      expect(await searchBy('qlvb-huyen-ben-luc')).toBe(0);
    },
    MINUTES,
  );

  it(
    'sees what became of a document, and what each entry of an inbox is',
    async () => {
      const documentId = await send('thu-hồi');
      await province().settled();
      await province().client('qlvb-ubnd').revokeDocument(documentId, 'Gửi nhầm');
      await province().settled();
      const { lines } = await lienthong('trace', documentId);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({
        state: 'revoked',
        revision: 1,
        changes: [{ type: 'DocumentRevoked' }],
      });
      const came = (await lienthong('inbox', DEPARTMENT)).lines.map((line) =>
        told.parse(JSON.parse(line)),
      );
      expect(came.filter((entry) => entry.documentId === documentId)).toMatchObject([
        { kind: 'document', revision: 1 },
        { kind: 'revocation', revision: 1, toldAt: expect.stringMatching(/^2020-.*Z$/) },
      ]);
    },
    MINUTES,
  );

  it('sees the directory as it stood on a day', async () => {
    const code = async (day: string) => {
      const { lines } = await lienthong('agency', 'show', 'so-tttt', '--as-of', day);
      const { current } = z
        .object({ current: z.looseObject({ code: z.string() }).nullable() })
        .parse(JSON.parse(lines[0] ?? ''));
      return current?.code;
    };
    expect(await code('2020-09-14')).toBe(DEPARTMENT);
    expect(await code('2020-09-15')).toBe('H39.13');
    expect(await code('2001-01-01')).toBeUndefined();
    const tree = await lienthong('agency', 'tree', 'ubnd', '--as-of', '2020-03-02');
    expect(tree.lines[0]).toContain('"id":"so-tttt"');
    expect((await lienthong('agency', 'tree', 'ubnd', '--as-of', '2001-01-01')).code).toBe(4);
    expect((await lienthong('agency', 'show', 'nobody')).code).toBe(4);
  });

  it(
    'sees the figures of an earlier moment, and the events behind a number',
    async () => {
      const id = 'documents.exchanged{province+district}';
      const before = await lienthong('metrics');
      const { asOfSequence } = metrics.parse(JSON.parse(before.lines[0] ?? ''));
      await send('sau-đó');
      await province().settled();
      const after = await lienthong('metrics');
      const then = await lienthong('metrics', '--as-of', String(asOfSequence));
      expect(then.lines).toStrictEqual(before.lines);
      const count = figure(after.lines[0] ?? '', id)?.numerator ?? 0;
      expect(count).toBe((figure(before.lines[0] ?? '', id)?.numerator ?? 0) + 1);
      expect((await lienthong('explain', id)).lines).toHaveLength(count);
      const at = async (time: string) =>
        figure((await lienthong('metrics', '--as-of', time)).lines[0] ?? '', id)?.denominator;
      expect(await at('2020-03-01T00:00:00Z')).toBe(0);
      expect(await at('2020-03-02T00:00:00Z')).toBeGreaterThan(0);
    },
    MINUTES,
  );

  it('finds the log whole', async () => {
    const { code, lines } = await lienthong('verify', 'log');
    expect(verification.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({
      ok: true,
      differences: [],
    });
    expect(code).toBe(0);
  });

  it('is told by the exit code that a counter was changed', async () => {
    const redis = new Redis(province().platform.addresses.redis);
    const [hash = ''] = await redis.keys('{H39:figures:*:hash:tenant:*');
    const [field = ''] = await redis.hkeys(hash);
    await redis.hincrby(hash, field, 1);
    const { code, lines } = await lienthong('verify', 'metrics');
    expect(code).toBe(3);
    expect(verification.parse(JSON.parse(lines[0] ?? '')).differences).toHaveLength(1);
    await redis.hincrby(hash, field, -1);
    redis.disconnect();
    expect((await lienthong('verify', 'metrics')).code).toBe(0);
  });
});

describe('Redis, emptied during traffic', () => {
  const empty = async (): Promise<void> => {
    const redis = new Redis(province().platform.addresses.redis);
    await redis.flushall();
    redis.disconnect();
  };

  /** Whether figures are told as those of now; nothing of what was known before may be missing then. */
  const look = async (known: number): Promise<'refused' | 'stale' | 'fresh'> => {
    try {
      const { stale, asOfSequence } = await province().platform.operator.metrics();
      if (stale) return 'stale';
      expect(asOfSequence).toBeGreaterThanOrEqual(known);
      return 'fresh';
    } catch (error) {
      if (error instanceof PlatformProblem && error.problem.status === 503) return 'refused';
      throw error;
    }
  };

  const sendMany = async (lane: number): Promise<void> => {
    for (let n = 0; n < 15; n += 1) await send(`đợt-${String(lane)}-${String(n)}`);
  };

  it(
    'comes back by itself, says meanwhile that it is not whole, and is what it would have been',
    async () => {
      const { platform } = province();
      const known = (await platform.operator.metrics()).asOfSequence;
      // A few at a time: the first look must not wait behind all of them.
      const traffic = Promise.all(Array.from({ length: 4 }, (_, lane) => sendMany(lane)));
      await empty();
      const seen: string[] = [];
      do seen.push(await look(known));
      while (seen.at(-1) !== 'fresh');
      expect(seen.length).toBeGreaterThan(1);
      await traffic;
      await province().settled();
      const rebuilt = await lienthong('rebuild');
      expect(JSON.parse(rebuilt.lines[0] ?? '')).toMatchObject({ identical: true });
      expect((await lienthong('verify', 'metrics')).code).toBe(0);
    },
    2 * MINUTES,
  );
});
