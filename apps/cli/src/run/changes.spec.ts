import { describe, expect, it } from '@jest/globals';
import { changesOf } from './changes.js';
import { type PlannedDocument } from './planning.js';
import { type ChangeKind, CHANGES, type Scenario } from './scenario-shape.js';

const HOUR = 3_600_000;
const LOOKS = [10 * HOUR, 14 * HOUR];

type Changes = NonNullable<Scenario['changes']>;
type Recipient = PlannedDocument['recipients'][number];

const only = (kind: ChangeKind, share = 1): Changes => {
  const never = { share: 0, reasons: ['—'] };
  const all = { 'take-back': never, update: never, revoke: never, replace: never };
  return { looks: LOOKS, ...all, [kind]: { share, reasons: ['Nhầm'] } };
};

const INSIDE: Recipient = { id: 'b', code: 'B', where: 'inside', channel: 'electronic' };
const OUTSIDE: Recipient = { id: 'm', code: 'M', where: 'outside', channel: 'electronic' };
const PAPER: Recipient = { id: 'm', code: 'M', where: 'outside', channel: 'paper' };

const document = (
  number: number,
  hour: number,
  recipients: readonly Recipient[] = [INSIDE],
): PlannedDocument => ({
  key: `k/${String(number)}`,
  flow: 'f',
  number,
  sender: { id: 'a', code: 'A', where: 'inside' },
  recipients,
  at: hour * HOUR,
  typeName: 'Công văn',
  subject: 'Về việc',
  notation: 'CV',
  pages: 1,
});

const made = (changes: Changes, ...documents: readonly PlannedDocument[]) =>
  changesOf(changes, documents, '1').flatMap(({ key, at, change }) =>
    change === undefined ? [] : [[key, at / HOUR, change.kind, change.of]],
  );

describe('what becomes of documents', () => {
  it.each(['take-back', 'update', 'revoke'] as const)(
    'is a %s at the next look, and nothing after the last one',
    (kind) => {
      expect(
        made(only(kind), document(1, 8), document(2, 10), document(3, 13), document(4, 15)),
      ).toStrictEqual([
        [`k/1/${kind}`, 10, kind, 'k/1'],
        [`k/2/${kind}`, 14, kind, 'k/2'],
        [`k/3/${kind}`, 14, kind, 'k/3'],
      ]);
    },
  );

  it('is nothing where nobody got it electronically, or it came from outside', () => {
    const fromOutside = { ...document(2, 8), sender: OUTSIDE };
    for (const kind of CHANGES)
      expect(
        made(only(kind), document(1, 8, [PAPER]), fromOutside, document(3, 8, [])),
      ).toStrictEqual([]);
  });

  it('is nothing that those outside could be asked, who have done with it by then', () => {
    expect(made(only('take-back'), document(1, 8, [INSIDE, OUTSIDE]))).toStrictEqual([]);
    expect(made(only('take-back'), document(1, 8, [INSIDE, PAPER]))).toHaveLength(1);
    expect(made(only('update'), document(1, 8, [INSIDE, OUTSIDE]))).toHaveLength(1);
    expect(made(only('update'), document(1, 8, [OUTSIDE]))).toStrictEqual([]);
    expect(made(only('revoke'), document(1, 8, [OUTSIDE]))).toHaveLength(1);
  });

  it('is that a later one of the same sender takes its place, the last before the look', () => {
    const documents = Array.from({ length: 60 }, (_, n) => document(n, 8 + n / 10));
    const replaced = made(only('replace', 0.3), ...documents);
    expect(replaced.length).toBeGreaterThan(3);
    expect(new Set(replaced.map(([, , , of]) => of)).size).toBe(replaced.length);
    for (const [key, at, , of] of replaced) {
      expect(Number(at)).toBeGreaterThan(10);
      const [later, earlier] = [key, of].map((name) => Number(String(name).slice('k/'.length)));
      expect(earlier).toBeLessThan(later ?? 0);
      const look = LOOKS.findLast((candidate) => candidate < Number(at) * HOUR) ?? 0;
      expect(documents[earlier ?? 0]?.at).toBeLessThanOrEqual(look);
    }
  });

  it('is at most one thing, and about as often as the shares say', () => {
    const documents = Array.from({ length: 1_000 }, (_, n) => document(n, 8));
    const changes = { ...only('update', 0.2), revoke: { share: 0.1, reasons: ['Thôi'] } };
    const all = made(changes, ...documents);
    expect(new Set(all.map(([, , , of]) => of)).size).toBe(all.length);
    const kinds = all.map(([, , kind]) => kind);
    expect(kinds.filter((kind) => kind === 'update').length / 1_000).toBeCloseTo(0.2, 1);
    expect(kinds.filter((kind) => kind === 'revoke').length / 1_000).toBeCloseTo(0.1, 1);
  });
});
