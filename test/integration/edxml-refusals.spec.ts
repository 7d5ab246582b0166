import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RefusalRule } from '@lienthong/edxml';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Malicious, maliciousPackets } from '../edxml/malicious/index.js';
import { sample } from '../edxml/samples.js';

const MILLISECONDS = 100;
const BYTES = 64 * 2 ** 20;
const PATIENCE_MS = 240_000;
const AT_ONCE = 26;

const MEASURE = join(import.meta.dirname, '../edxml/malicious/measure.mjs');

interface Cost {
  readonly refused: { readonly rule: RefusalRule; readonly line?: number } | null;
  readonly milliseconds: number;
  readonly bytes: number;
}

let folder: string;

/**
 * What it costs to read the packets, one after the other in a process of their own, with the reader as it is built. Not all at
 * a time: they would be a gigabyte.
 */
const costsOf = (
  packets: readonly Pick<Malicious, 'make'>[],
  reader: 'ours' | 'naive' = 'ours',
): readonly Cost[] => {
  if (packets.length === 0) return [];
  const files = packets.slice(0, AT_ONCE).map(({ make }, at) => {
    const file = join(folder, `${String(at)}.edxml`);
    writeFileSync(file, make());
    return file;
  });
  const words = ['--expose-gc', MEASURE, reader, ...files];
  const printed = execFileSync(process.execPath, words, { encoding: 'utf8' });
  const costs = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Cost);
  return [...costs, ...costsOf(packets.slice(AT_ONCE), reader)];
};

const isCheap = ({ milliseconds, bytes }: Cost): boolean =>
  milliseconds <= MILLISECONDS && bytes <= BYTES;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-malicious-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a malicious packet', () => {
  const costs = new Map<string, Cost>();

  beforeAll(() => {
    const read = costsOf(maliciousPackets);
    maliciousPackets.forEach(({ what }, at) => {
      const cost = read[at];
      if (cost) costs.set(what, cost);
    });
  }, PATIENCE_MS);

  it.each(maliciousPackets)(
    'is refused where its fault is, at little cost: $what',
    ({ rule, what }) => {
      const cost = costs.get(what);
      expect(cost?.refused).toMatchObject({
        rule,
        line: expect.any(Number),
        column: expect.any(Number),
      });
      expect(cost?.milliseconds).toBeLessThanOrEqual(MILLISECONDS);
      expect(cost?.bytes).toBeLessThanOrEqual(BYTES);
    },
  );

  it('is one of many kinds', () => {
    expect(costs.size).toBe(maliciousPackets.length);
    expect(new Set(maliciousPackets.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(15);
  });
});

describe('the measure', () => {
  it('tells a packet that is not refused', () => {
    expect(costsOf([{ make: () => sample('update') }])).toMatchObject([{ refused: null }]);
  });

  it.each(['a zip bomb', 'a hundred thousand elements with attributes'])(
    'tells what %s costs another reader',
    (which) => {
      const harmful = maliciousPackets.filter(({ what }) => what === which);
      expect(costsOf(harmful, 'naive').map(isCheap)).toEqual([false]);
    },
  );
});
