import { describe, expect, it } from '@jest/globals';
import { Backlog, type Task } from './backlog.js';

/** Tasks that end when they are told to. */
class Outside {
  readonly begun: number[] = [];
  /** Tasks that turn out to have nothing to do outside. */
  readonly local = new Set<number>();
  private readonly ends = new Map<number, (error?: Error) => void>();

  task(sequence: number, key: string): Task {
    return {
      sequence,
      key,
      run: () =>
        new Promise<boolean>((resolve, reject) => {
          this.begun.push(sequence);
          this.ends.set(sequence, (error) => {
            if (error) reject(error);
            else resolve(!this.local.has(sequence));
          });
        }),
    };
  }

  async end(sequence: number, error?: Error): Promise<void> {
    this.ends.get(sequence)?.(error);
    await new Promise(setImmediate);
  }
}

const heard = () => {
  const failures: unknown[] = [];
  return {
    failures,
    listener: { settled: () => undefined, failed: (error: unknown) => failures.push(error) },
  };
};

const backlogOf = (outside: Outside, tasks: readonly (readonly [number, string])[]) => {
  const { failures, listener } = heard();
  const backlog = new Backlog(listener);
  for (const [sequence, key] of tasks) backlog.add(outside.task(sequence, key));
  return { backlog, failures };
};

describe('a backlog', () => {
  it('does the tasks of one key in their order, and others beside them', async () => {
    const outside = new Outside();
    backlogOf(outside, [
      [1, 'a'],
      [2, 'a'],
      [3, 'b'],
    ]);
    expect(outside.begun).toStrictEqual([1, 3]);
    await outside.end(3);
    expect(outside.begun).toStrictEqual([1, 3]);
    await outside.end(1);
    expect(outside.begun).toStrictEqual([1, 3, 2]);
  });

  it('does eight things at once', async () => {
    const outside = new Outside();
    backlogOf(
      outside,
      Array.from({ length: 10 }, (_, at) => [at + 1, `key-${String(at)}`] as const),
    );
    expect(outside.begun).toHaveLength(8);
    await outside.end(5);
    expect(outside.begun).toHaveLength(9);
  });

  it('calls nothing settled behind a task that is not done', async () => {
    const outside = new Outside();
    const { backlog } = backlogOf(outside, [
      [3, 'a'],
      [5, 'b'],
      [8, 'c'],
    ]);
    expect(backlog.settledUpTo(9)).toBe(2);
    await outside.end(5);
    expect(backlog.settledUpTo(9)).toBe(2);
    await outside.end(3);
    expect(backlog.settledUpTo(9)).toBe(7);
    expect(backlog.settledUpTo(6)).toBe(6);
    await outside.end(8);
    expect(backlog.settledUpTo(9)).toBe(9);
    expect(backlog.size).toBe(0);
  });

  it('sends one task ahead while the outside is away, and all once it is back', async () => {
    const outside = new Outside();
    const { backlog, failures } = backlogOf(outside, [
      [1, 'a'],
      [2, 'b'],
    ]);
    await outside.end(1, new Error('away'));
    await outside.end(2, new Error('away'));
    expect(backlog.lastError).toBe('away');
    expect(failures).toHaveLength(2);
    expect(backlog.settledUpTo(2)).toBe(0);
    backlog.add(outside.task(3, 'c'));
    while (outside.begun.length < 3) await new Promise(setImmediate);
    expect(outside.begun).toHaveLength(3);
    const probe = outside.begun[2] ?? 0;
    await outside.end(probe);
    expect(backlog.lastError).toBeUndefined();
    expect(outside.begun.length).toBeGreaterThan(3);
    backlog.stop();
  });

  it('takes nothing that was done here alone for a sign that the outside is back', async () => {
    const outside = new Outside();
    outside.local.add(2);
    const { backlog } = backlogOf(outside, [
      [1, 'a'],
      [2, 'b'],
    ]);
    await outside.end(1, new Error('away'));
    await outside.end(2);
    expect(backlog.lastError).toBe('away');
    while (outside.begun.length < 3) await new Promise(setImmediate);
    await outside.end(1);
    expect(backlog.lastError).toBeUndefined();
  });

  it('forgets a failure when nothing waits any more', async () => {
    const outside = new Outside();
    outside.local.add(1);
    const { backlog } = backlogOf(outside, [[1, 'a']]);
    await outside.end(1, new Error('away'));
    expect(backlog.lastError).toBe('away');
    while (outside.begun.length < 2) await new Promise(setImmediate);
    await outside.end(1);
    expect(backlog.lastError).toBeUndefined();
  });

  it('begins nothing after it was stopped', () => {
    const outside = new Outside();
    const { backlog } = backlogOf(outside, []);
    backlog.stop();
    backlog.add(outside.task(1, 'a'));
    expect(outside.begun).toStrictEqual([]);
    expect(backlog.settledUpTo(4)).toBe(0);
  });
});
