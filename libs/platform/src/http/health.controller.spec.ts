import { describe, expect, it } from '@jest/globals';
import { ServiceUnavailableException } from '@nestjs/common';
import { HealthChecks } from './health-checks.js';
import { HealthController } from './health.controller.js';

const well = { name: 'log', check: () => undefined };
const ill = {
  name: 'redis',
  check: () => {
    throw new Error('connection refused');
  },
};

describe('health', () => {
  it('is ready when every check passes', async () => {
    const health = new HealthController(new HealthChecks([well]));
    expect(await health.ready()).toStrictEqual({
      pid: process.pid,
      status: 'ok',
      checks: [{ name: 'log', ok: true }],
    });
  });

  it('names what is not well', async () => {
    const report = await new HealthChecks([well, ill]).report();
    expect(report).toStrictEqual({
      pid: process.pid,
      status: 'unavailable',
      checks: [
        { name: 'log', ok: true },
        { name: 'redis', ok: false, detail: 'connection refused' },
      ],
    });
    await expect(new HealthController(new HealthChecks([ill])).ready()).rejects.toThrow(
      ServiceUnavailableException,
    );
  });

  it('is alive though it is not ready', () => {
    expect(new HealthController(new HealthChecks([ill])).live()).toStrictEqual({ status: 'ok' });
  });
});
