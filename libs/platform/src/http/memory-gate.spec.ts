import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MemoryGate, NoRoom, type Room } from './memory-gate.js';

const MIB = 1024 * 1024;
const LARGEST = 50 * MIB;
const PATIENCE_MS = 5_000;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
});

afterEach(() => {
  jest.useRealTimers();
});

const newGate = (): MemoryGate =>
  new MemoryGate({ budgetBytes: 3 * LARGEST, patienceMs: PATIENCE_MS });

/** A body, and what has become of it. */
const body = (gate: MemoryGate, bytes: number, owner: string) => {
  const room = gate.room(owner);
  const outcome = { is: 'waits', room };
  room.hold(bytes).then(
    () => (outcome.is = 'held'),
    (error: unknown) => (outcome.is = error instanceof NoRoom ? 'refused' : 'failed'),
  );
  return outcome;
};

const outcomes = async (bodies: readonly { readonly is: string }[]): Promise<readonly string[]> => {
  await jest.advanceTimersByTimeAsync(0);
  return bodies.map(({ is }) => is);
};

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

describe('the gate before the memory', () => {
  it('lets in what fits, and the next in turn when one has left', async () => {
    const gate = newGate();
    const bodies = times(5, (at) => body(gate, LARGEST, String(at)));
    expect(await outcomes(bodies)).toStrictEqual(['held', 'held', 'held', 'waits', 'waits']);
    bodies[1]?.room.leave();
    expect(await outcomes(bodies)).toStrictEqual(['held', 'held', 'held', 'held', 'waits']);
  });

  it('refuses who has waited too long, and lets those behind pass', async () => {
    const gate = newGate();
    const first = times(3, (at) => body(gate, 45 * MIB, String(at)));
    const [large, medium] = [body(gate, LARGEST, 'large'), body(gate, 10 * MIB, 'medium')];
    expect(await outcomes([...first, large, medium])).toStrictEqual([
      ...['held', 'held', 'held'],
      ...['waits', 'waits'],
    ]);
    await jest.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(large.is).toBe('waits');
    await jest.advanceTimersByTimeAsync(1);
    expect(await outcomes([large, medium])).toStrictEqual(['refused', 'held']);
  });

  it('gives no caller more than half of the room, and the others pass', async () => {
    const gate = newGate();
    const greedy = times(3, () => body(gate, LARGEST, 'greedy'));
    const modest = body(gate, LARGEST, 'modest');
    expect(await outcomes([...greedy, modest])).toStrictEqual(['held', 'waits', 'waits', 'held']);
    greedy[0]?.room.leave();
    expect(await outcomes(greedy)).toStrictEqual(['held', 'held', 'waits']);
  });

  it('lets small bodies in while large ones fill it', async () => {
    const gate = newGate();
    const large = times(6, (at) => body(gate, LARGEST, String(at)));
    const small = times(200, (at) => body(gate, 10_000, String(at)));
    expect(new Set(await outcomes(small))).toStrictEqual(new Set(['held']));
    expect(await outcomes(large)).toContain('waits');
  });

  it('has small ones wait as well, for each other', async () => {
    const gate = newGate();
    const small = times(300, (at) => body(gate, 64 * 1024, String(at)));
    expect((await outcomes(small)).filter((is) => is === 'held')).toHaveLength(256);
  });

  it('lets a body that grows wait for the difference, and keeps nothing of it afterwards', async () => {
    const gate = newGate();
    const grown: Room[] = [];
    for (let round = 0; round < 100; round += 1) {
      const room = gate.room('one');
      await room.hold(10_000);
      await room.hold(LARGEST);
      expect(room.bytes).toBe(LARGEST);
      room.leave();
      room.leave();
      grown.push(room);
    }
    expect(grown.map(({ bytes }) => bytes)).toStrictEqual(times(100, () => 0));
    const bodies = times(4, (at) => body(gate, LARGEST, String(at)));
    expect(await outcomes(bodies)).toStrictEqual(['held', 'held', 'held', 'waits']);
  });
});
