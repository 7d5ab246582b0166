import { describe, expect, it } from '@jest/globals';
import { type Sample, samplesIn } from './exposition.js';
import { province } from './shared-province.js';

const APPS = ['platform', 'projection', 'national', 'eofficeControl', 'supervisor'] as const;

type App = (typeof APPS)[number];

const ask = (app: App, path: string): Promise<Response> =>
  fetch(new URL(path, province().platform.addresses[app]));

const measured = async (app: App): Promise<readonly Sample[]> =>
  samplesIn(await (await ask(app, '/metrics')).text());

const valueOf = (samples: readonly Sample[], name: string, label?: string): number | undefined =>
  samples.find(
    (sample) =>
      sample.name === name && (label === undefined || Object.values(sample.labels).includes(label)),
  )?.value;

describe('every process of the platform', () => {
  it.each(APPS)('%s says that it lives and that it is ready', async (app) => {
    expect((await ask(app, '/health/live')).status).toBe(200);
    const ready = await ask(app, '/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ok' });
  });

  it.each(APPS)('%s publishes metrics that Prometheus can read', async (app) => {
    const answer = await ask(app, '/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const samples = samplesIn(await answer.text());
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(0);
    expect(samples.some(({ name }) => name.startsWith('lienthong_'))).toBe(true);
  });

  it('tells what waits, what is parked and how far behind each read model is', async () => {
    await province().settled();
    const { lastSequence, parked } = await province().platform.operator.status();
    const platform = await measured('platform');
    expect(valueOf(platform, 'lienthong_commands_waiting')).toBe(0);
    expect(valueOf(platform, 'lienthong_process_waiting', 'routing')).toBe(0);
    expect(valueOf(platform, 'lienthong_log_last_sequence')).toBe(lastSequence);
    expect(valueOf(platform, 'lienthong_parked')).toBe(parked);
    expect(valueOf(platform, 'lienthong_axis_reachable')).toBe(1);
    const projection = await measured('projection');
    for (const name of ['background', 'rows', 'inbox', 'documents', 'figures']) {
      expect(valueOf(projection, 'lienthong_projection_position', name)).toBe(lastSequence);
      expect(valueOf(projection, 'lienthong_projection_lag', name)).toBe(0);
    }
    expect(valueOf(await measured('national'), 'lienthong_outstanding')).toBe(0);
    expect(valueOf(await measured('eofficeControl'), 'lienthong_outstanding')).toBe(0);
    expect(valueOf(await measured('supervisor'), 'lienthong_service_up', 'lgsp')).toBe(1);
  }, 60_000);
});

describe('whoever reads the text format', () => {
  it.each([
    ['a sample without a type', '# HELP a b\na 1\n'],
    ['a sample that stands twice', '# HELP a b\n# TYPE a gauge\na{x="1"} 1\na{x="1"} 2\n'],
    ['no number', '# HELP a b\n# TYPE a gauge\na one\n'],
    ['a broken label', '# HELP a b\n# TYPE a gauge\na{x=1} 1\n'],
    ['a line that does not end', '# HELP a b\n# TYPE a gauge\na 1'],
  ])('refuses %s', (_what, text) => {
    expect(() => samplesIn(text)).toThrow(Error);
  });
});
