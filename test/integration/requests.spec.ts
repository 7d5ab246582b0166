import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Asked, ask, LgspDoor } from './lgsp-door.js';

const QUOTA = 5;
const FLOOD = 400;

let door: LgspDoor;
let greedy: string;
let modest: string;
let generous: string;
let slow: string;

beforeAll(async () => {
  door = await LgspDoor.open({
    LIENTHONG_REQUESTS_PER_SECOND: '1,system-c=1000,system-d=0.1,system-e=100',
  });
  [greedy = '', modest = '', generous = '', slow = ''] = await door.settle('a', 'b', 'c', 'd');
}, 60_000);

afterAll(() => door.close());

const agencies = (key: string): Promise<Asked> =>
  ask(`${door.first.url}/v1/agencies?limit=1`, { key });

const statusesOf = (told: readonly Asked[], status: number): number =>
  told.filter((each) => each.status === status).length;

describe('a system that sends too much', () => {
  it('is told so and when to come again, and nobody else is any slower', async () => {
    const flood = Array.from({ length: FLOOD }, () => agencies(greedy));
    const others = [
      ...Array.from({ length: QUOTA }, () => agencies(modest)),
      ...Array.from({ length: 200 }, () => agencies(generous)),
    ];
    expect(statusesOf(await Promise.all(others), 200)).toBe(others.length);
    const told = await Promise.all(flood);
    const refused = told.filter(({ status }) => status === 429);
    expect(statusesOf(told, 200)).toBeGreaterThanOrEqual(QUOTA);
    expect(refused.length).toBeGreaterThan(FLOOD / 2);
    for (const { headers, json } of refused) {
      expect(json).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 1 });
      expect(headers.get('retry-after')).toBe('1');
      expect(headers.get('ratelimit-policy')).toBe('"requests";q=5;w=5');
      expect(headers.get('ratelimit')).toBe('"requests";r=0;t=5');
    }
    let again = await agencies(greedy);
    while (again.status === 429) again = await agencies(greedy);
    expect(again.status).toBe(200);
  });

  it('pays for each hundred lines that it sends in bulk', async () => {
    const lines = '{}\n'.repeat(5_000);
    const report = (key: string) =>
      ask(`${door.first.url}/v1/statuses`, {
        method: 'POST',
        key,
        body: lines,
        type: 'application/x-ndjson',
      });
    expect((await report(generous)).status).toBe(200);
    expect((await agencies(generous)).status).toBe(200);
    expect((await report(slow)).status).toBe(200);
    const refused = await agencies(slow);
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toStrictEqual([
      429,
      expect.closeTo(500, -2),
    ]);
  });

  it('is never the operator', async () => {
    const asked = Array.from({ length: FLOOD }, () => door.operator('GET', '/v1/systems'));
    expect(statusesOf(await Promise.all(asked), 200)).toBe(FLOOD);
  });
});

const page = z.strictObject({
  entries: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      method: z.string(),
      route: z.string(),
      status: z.int(),
      problem: z.string().optional(),
      durationMs: z.number(),
      receivedBytes: z.int(),
      sentBytes: z.int(),
      traceId: z.string().regex(/^[0-9a-f]{32}$/),
    }),
  ),
  cursor: z.string().optional(),
});

const journalOf = async (key: string, query = '') =>
  page.parse((await ask(`${door.first.url}/v1/requests?${query}`, { key })).json);

describe('what a system did', () => {
  let office: string;

  beforeAll(async () => {
    office = await door.connect('system-e', 'a');
  });

  it('it reads newest first, with status, problem and trace', async () => {
    const traceparent = `00-${'4b'.repeat(16)}-${'0a'.repeat(8)}-01`;
    await agencies(office);
    const refused = await ask(`${door.first.url}/v1/documents/secret`, {
      key: office,
      headers: { traceparent },
    });
    expect(refused.json).toMatchObject({ code: 'malformed-code', traceId: '4b'.repeat(16) });
    expect(refused.headers.get('traceparent')).toMatch(`00-${'4b'.repeat(16)}-`);
    const { entries } = await journalOf(office);
    expect(entries).toMatchObject([
      {
        method: 'GET',
        route: '/v1/documents/:id',
        status: 400,
        problem: 'malformed-code',
        traceId: '4b'.repeat(16),
      },
      { method: 'GET', route: '/v1/agencies', status: 200 },
    ]);
    expect(entries[1]).not.toHaveProperty('problem');
    expect(JSON.stringify(entries)).not.toContain('secret');
  });

  it('nobody else reads, but the operator', async () => {
    const url = `${door.first.url}/v1/requests?system=system-e`;
    expect((await ask(url, { key: generous })).json).toMatchObject({ code: 'operator-only' });
    expect((await ask(url, { key: office })).status).toBe(200);
    const { json } = await door.operator('GET', '/v1/requests?system=system-e');
    expect(page.parse(json).entries.map(({ route }) => route)).toContain('/v1/requests');
    const unasked = await door.operator('GET', '/v1/requests');
    expect(unasked.json).toMatchObject({ code: 'invalid-field' });
  });

  it('is a thousand requests at most, page by page', async () => {
    for (let round = 0; round < 11; round += 1) {
      await Promise.all(Array.from({ length: 100 }, () => agencies(generous)));
    }
    const seen: string[] = [];
    let query = 'limit=300';
    for (;;) {
      const { entries, cursor } = await journalOf(generous, query);
      seen.push(...entries.map(({ traceId }) => traceId));
      if (cursor === undefined) break;
      query = `limit=300&after=${cursor}`;
    }
    // Each page that was read has pushed out the oldest one.
    expect(seen.length).toBeGreaterThanOrEqual(996);
    expect(seen.length).toBeLessThanOrEqual(1_000);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
