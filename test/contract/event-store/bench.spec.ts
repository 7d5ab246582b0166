import { describe, expect, it } from '@jest/globals';
import { benchAppend } from '@lienthong/event-store';
import { systemClock } from '@lienthong/kernel';
import { startNats } from '@lienthong/testing';

describe('the measurement of appends', () => {
  it.each([4, 64])('tells what %i waiting writers get, and of what ceiling', async (writers) => {
    const server = await startNats();
    const result = await benchAppend({
      store: {
        servers: server.url,
        tenant: 'H39',
        instance: 'bench',
        access: 'write',
        create: true,
        durability: 'always',
        clock: systemClock,
      },
      writers,
      seconds: 0.3,
      payloadBytes: 300,
    });
    await server.stop();
    expect(result.durability).toBe('always');
    expect(result.ratio).toBeCloseTo(result.value / result.ceiling);
    expect(result.value).toBeGreaterThan(writers);
    expect(result.p50Ms).toBeGreaterThan(0);
    expect(result.p99Ms).toBeGreaterThanOrEqual(result.p50Ms);
  });
});
