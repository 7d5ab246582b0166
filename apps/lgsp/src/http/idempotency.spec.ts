import { describe, expect, it } from '@jest/globals';
import { type Caller } from '../access/caller.js';
import { InvalidField } from './http.errors.js';
import { markingOf } from './idempotency.js';

const operator: Caller = { kind: 'operator' };
const system = (id: string): Caller => ({
  kind: 'system',
  system: { id, kind: 'eoffice', name: id, agencies: new Set() },
});
const bearing = (key?: string | string[]) => ({
  headers: key === undefined ? {} : { 'idempotency-key': key },
});

describe('the name that a caller gives a request', () => {
  it('marks nothing where there is none', () => {
    expect(markingOf(bearing(), operator)({ what: 'x' })).toBeUndefined();
  });

  it('is its own: another caller’s is another one', () => {
    const input = { what: 'issue', system: 'operator', validUntil: undefined };
    const callers = [operator, system('operator'), system('ioffice')];
    const ids = callers.map((caller) => markingOf(bearing('1'), caller)(input)?.id);
    expect(new Set(ids).size).toBe(callers.length);
    expect(markingOf(bearing('1'), operator)(input)?.id).toBe(ids[0]);
  });

  it.each(['', ' ', 'a, b', 'a\u00e9', 'x'.repeat(256)])('is never %j', (key) => {
    expect(() => markingOf(bearing(key), operator)).toThrow(InvalidField);
  });
});
