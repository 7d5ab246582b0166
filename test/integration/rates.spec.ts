import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asked, ask, LgspDoor } from './lgsp-door.js';

const QUOTA = 5;
const FLOOD = 400;

let door: LgspDoor;
let greedy: string;
let modest: string;
let generous: string;
let slow: string;

beforeAll(async () => {
  door = await LgspDoor.open({ LIENTHONG_REQUESTS_PER_SECOND: '1,system-c=1000,system-d=0.1' });
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
