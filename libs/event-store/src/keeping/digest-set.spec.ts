import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@lienthong/kernel';
import { DigestSet } from './digest-set.js';

const digests = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => sha256(String(from + at)));

describe('a set of digests', () => {
  it('has all that were added, and next to nothing else', () => {
    const set = new DigestSet();
    const added = digests(0, 20_000);
    for (const digest of added) set.add(digest);
    expect(added.every((digest) => set.mayHave(digest))).toBe(true);
    expect(digests(20_000, 40_000).filter((digest) => set.mayHave(digest))).toEqual([]);
  });
});
