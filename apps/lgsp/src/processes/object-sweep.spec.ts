import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ObjectSweep } from './object-sweep.js';

const HOUR_MS = 3_600_000;

/** A log of nothing, whose sweeps are counted. */
const newStore = () => {
  const saved = new Map<string, number>();
  const swept = { times: 0 };
  const store = {
    lease: { held: true },
    checkpoints: {
      load: (name: string) => Promise.resolve(saved.get(name) ?? 0),
      save: (name: string, value: number) => {
        saved.set(name, value);
        return Promise.resolve();
      },
    },
    lastSequence: () => Promise.resolve(0),
    read: () => Promise.resolve(),
    objects: {
      sweep: () => {
        swept.times += 1;
        return Promise.resolve({ objects: 0, uploads: 0 });
      },
    },
  };
  return { store, swept };
};

const pass = (hours: number) => jest.advanceTimersByTimeAsync(hours * HOUR_MS);

const sweepOf = (store: unknown): ObjectSweep => {
  const sweep = new ObjectSweep(store as never, { now: () => Date.now() });
  sweep.begin();
  return sweep;
};

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
  jest.spyOn(Logger.prototype, 'log').mockReturnValue();
  jest.spyOn(Logger.prototype, 'error').mockReturnValue();
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('the sweep of objects', () => {
  it('is made once a day, however often the process starts', async () => {
    const { store, swept } = newStore();
    const first = sweepOf(store);
    await pass(1);
    expect(swept.times).toBe(1);
    first.stop();
    const second = sweepOf(store);
    await pass(23);
    expect(swept.times).toBe(1);
    await pass(1);
    expect(swept.times).toBe(2);
    second.stop();
    await pass(48);
    expect(swept.times).toBe(2);
  });

  it('is the writer’s', async () => {
    const { store, swept } = newStore();
    store.lease.held = false;
    sweepOf(store);
    await pass(48);
    expect(swept.times).toBe(0);
    store.lease.held = true;
    await pass(1);
    expect(swept.times).toBe(1);
  });

  it('is tried again the next day when it failed', async () => {
    const { store, swept } = newStore();
    const { sweep } = store.objects;
    store.objects.sweep = () => Promise.reject(new Error('away'));
    sweepOf(store);
    await pass(1);
    store.objects.sweep = sweep;
    await pass(24);
    expect(swept.times).toBe(1);
  });
});
