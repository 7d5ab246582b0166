import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Asked, ask, type LgspInstance, LgspDoor } from './lgsp-door.js';

const FAR = '2099-01-01T00:00:00Z';

const keySchema = z.strictObject({
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  state: z.enum(['valid', 'expired', 'revoked']),
  issuedAt: z.string(),
  validUntil: z.string().optional(),
  revokedAt: z.string().optional(),
});

const issuedSchema = keySchema.extend({ systemId: z.string(), key: z.string().optional() });

let door: LgspDoor;
let second: LgspInstance;

beforeAll(async () => {
  door = await LgspDoor.open();
  second = await door.start('lgsp-2');
  await door.settle('a', 'b');
}, 60_000);

afterAll(() => door.close());

const issue = (system: string, body: object = {}, name?: string, { url } = door.first) =>
  ask(`${url}/v1/systems/${system}/keys`, {
    method: 'POST',
    key: door.operatorKey,
    body: JSON.stringify(body),
    headers: name === undefined ? {} : { 'idempotency-key': name },
  });

const keyOf = (asked: Asked): string => {
  expect(asked.status).toBe(201);
  return z.string().parse(issuedSchema.parse(asked.json).key);
};

const keysOf = async (system: string) =>
  z.array(keySchema).parse((await door.operator('GET', `/v1/systems/${system}/keys`)).json);

/** What somebody with the key is told at the door: `200`, or the code of the problem. */
const told = async (key: string, { url } = door.first): Promise<string> => {
  const { status, json } = await ask(`${url}/v1/agencies?limit=1`, { key });
  return status === 200 ? '200' : z.object({ code: z.string() }).parse(json).code;
};

const until = async (wanted: string, what: () => Promise<string>): Promise<void> => {
  while ((await what()) !== wanted) await pause(20);
};

describe('the keys of a system', () => {
  it('are several, each told once and named by the beginning of its digest', async () => {
    const before = await keysOf('system-a');
    const [one, other] = [await issue('system-a'), await issue('system-a', { validUntil: FAR })];
    const keys = await keysOf('system-a');
    expect(keys).toHaveLength(before.length + 2);
    expect(keys.slice(-2)).toMatchObject([
      { state: 'valid', issuedAt: '2020-03-02T00:00:00.000Z' },
      { state: 'valid', validUntil: '2099-01-01T00:00:00.000Z' },
    ]);
    for (const key of [keyOf(one), keyOf(other)]) {
      expect(await told(key)).toBe('200');
      expect(JSON.stringify(keys)).not.toContain(key);
    }
  });

  it('are changed by the system itself, the old one opening the door for a while yet', async () => {
    const old = keyOf(await issue('system-a'));
    const oldValidUntil = new Date(Date.now() + 4_000).toISOString();
    const asked = await ask(`${door.first.url}/v1/systems/system-a/keys/rotation`, {
      method: 'POST',
      key: old,
      body: JSON.stringify({ oldValidUntil }),
    });
    const fresh = keyOf(asked);
    expect(await told(fresh)).toBe('200');
    expect((await keysOf('system-a')).slice(-2)).toMatchObject([
      { validUntil: oldValidUntil },
      { state: 'valid' },
    ]);
    await until('key-expired', () => told(old));
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(oldValidUntil));
    expect(await told(fresh)).toBe('200');
  });

  it('open nothing once revoked, here at once and on another instance as soon as it reads of it', async () => {
    const [lost, kept] = [keyOf(await issue('system-a')), keyOf(await issue('system-a'))];
    const others = keyOf(await issue('system-b'));
    await until('200', () => told(lost, second));
    const { keyId } = z.object({ keyId: z.string() }).parse((await keysOf('system-a')).at(-2));
    const path = `/v1/systems/system-a/keys/${keyId}`;
    const revoked = await ask(`${door.first.url}${path}`, { method: 'DELETE', key: kept });
    expect(revoked.json).toMatchObject({ keyId, state: 'revoked' });
    expect(await told(lost)).toBe('key-revoked');
    await until('key-revoked', () => told(lost, second));
    for (const instance of [door.first, second]) {
      expect([await told(kept, instance), await told(others, instance)]).toStrictEqual([
        '200',
        '200',
      ]);
    }
    const again = await door.operator('DELETE', path);
    expect(again.json).toStrictEqual(revoked.json);
  });
});

describe('a request under a key of its own', () => {
  it('is carried out once, however often and on whatever instance it comes', async () => {
    const before = await keysOf('system-a');
    const asked = await Promise.all(
      [door.first, second, door.first, second].map((instance) =>
        issue('system-a', { validUntil: FAR }, 'thrice', instance),
      ),
    );
    const answers = asked.map(({ json }) => issuedSchema.parse(json));
    expect(new Set(answers.map(({ keyId }) => keyId)).size).toBe(1);
    expect(answers.filter(({ key }) => key !== undefined)).toHaveLength(1);
    expect(await keysOf('system-a')).toHaveLength(before.length + 1);
    await door.first.process.restart();
    const later = await issue('system-a', { validUntil: FAR }, 'thrice');
    expect(later.status).toBe(201);
    expect(issuedSchema.parse(later.json)).toStrictEqual(
      keySchema
        .extend({ systemId: z.string() })
        .parse(answers.find(({ key }) => key === undefined)),
    );
  }, 60_000);

  it.each([
    ['for another time', () => issue('system-a', { validUntil: FAR.replace('01', '02') }, 'once')],
    ['for another system', () => issue('system-b', { validUntil: FAR }, 'once')],
    ['of another kind', () => door.operator('POST', '/v1/systems', SYSTEM_C, ONCE)],
  ])('is refused %s', async (_what, again) => {
    await issue('system-a', { validUntil: FAR }, 'once');
    const { status, json } = await again();
    expect([status, json]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
    expect((await door.operator('GET', '/v1/systems')).text).not.toContain('system-c');
  });

  it('connects a system once', async () => {
    const headers = { headers: { 'idempotency-key': 'connect' } };
    const connect = () => door.operator('POST', '/v1/systems', SYSTEM_C, headers);
    const [first, again] = [await connect(), await connect()];
    const { key: _key, ...rest } = issuedSchema.parse(first.json);
    expect(issuedSchema.parse(again.json)).toStrictEqual(rest);
    expect(await keysOf('system-c')).toHaveLength(1);
  });
});

const ONCE = { headers: { 'idempotency-key': 'once' } };
const SYSTEM_C = JSON.stringify({ id: 'system-c', kind: 'kit', name: 'C', agencies: ['a'] });
