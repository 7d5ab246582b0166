import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKey, ensureKeys, readKeys, requireKeys, writeKeys } from './key-ring.js';

const PERMISSIONS = 0o777;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-keys-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('keys', () => {
  it('stay the same from start to start', () => {
    const file = join(folder, 'operator');
    expect(ensureKey(file)).toBe(ensureKey(file));
  });

  it('that somebody else keeps are all there or refused by name', () => {
    const file = join(folder, 'theirs.json');
    writeKeys(file, { lgsp: 'x' });
    expect(requireKeys(file, ['lgsp'])).toStrictEqual({ lgsp: 'x' });
    expect(() => requireKeys(file, ['lgsp', 'national'])).toThrow('for: national');
  });

  it('are made for newcomers alone', () => {
    const file = join(folder, 'keys.json');
    const first = ensureKeys(file, ['a']);
    const second = ensureKeys(file, ['a', 'b']);
    expect(second.a).toBe(first.a);
    expect(second.b).toHaveLength(43);
    expect(readKeys(file)).toStrictEqual(second);
  });

  it('can be read by their owner alone', () => {
    const file = join(folder, 'keys.json');
    writeKeys(file, { a: 'secret' });
    expect(statSync(file).mode & PERMISSIONS).toBe(0o600);
  });
});
