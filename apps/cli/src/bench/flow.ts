import { PlatformClient } from '@lienthong/connector';
import { benchAppend } from '@lienthong/event-store';
import { systemClock } from '@lienthong/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { readKeys } from '../platform/key-ring.js';
import { layoutOf } from '../platform/layout.js';
import { startPlatform } from '../up/platform.js';
import { type Platform } from '../up/running-platform.js';
import { type BenchOptions } from './append.js';
import { type BenchEntry, benchEntry, percentile } from './bench-entry.js';
import { benchFolder } from './bench-folder.js';
import { BENCH_CODES, Traffic } from './traffic.js';

const LOADS = [8, 64];
const CEILING_WRITERS = 1_000;
const CEILING_SECONDS = 3;
/** About what an event of a document or a delivery weighs. */
const PAYLOAD_BYTES = 250;
const SYSTEM = 'bench';

/**
 * How many events a second pass through a whole platform: documents through the HTTP door, routed, delivered,
 * answered in bulk, until all of it is in the read models.
 */
export const runBenchFlow = async (options: BenchOptions): Promise<readonly BenchEntry[]> => {
  const { durability, onProgress } = options;
  const dataDir = await mkdtemp(benchFolder());
  try {
    const platform = await startPlatform({ dataDir, ports: 'free', durability, onProgress });
    try {
      return await measureLoads(platform, options);
    } finally {
      await platform.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};

const measureLoads = async (
  platform: Platform,
  options: BenchOptions,
): Promise<readonly BenchEntry[]> => {
  const key = await connectBenchSystem(platform);
  const { signal } = options;
  const traffic = new Traffic(
    new PlatformClient({ url: platform.addresses.platform, key, signal }),
  );
  const ceiling = await ceilingOf(platform, options.durability);
  const entries: BenchEntry[] = [];
  for (const writers of LOADS) {
    signal.throwIfAborted();
    const name = `flow, ${String(writers)} writers`;
    options.onProgress(name);
    entries.push(await measure(platform, { ...options, name, traffic, writers, ceiling }));
  }
  return entries;
};

interface Load extends BenchOptions {
  readonly name: string;
  readonly traffic: Traffic;
  readonly writers: number;
  readonly ceiling: number;
}

const measure = async (
  { operator }: Platform,
  { name, traffic, writers, ceiling, seconds, durability }: Load,
): Promise<BenchEntry> => {
  const before = await operator.status();
  const begin = performance.now();
  const latencies = await traffic.flow(writers, seconds);
  const { lastSequence } = await operator.settle();
  const value = ((lastSequence - before.lastSequence) * 1_000) / (performance.now() - begin);
  const [p50Ms, p99Ms] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
  return benchEntry(name, { value, ceiling, p50Ms, p99Ms, durability });
};

/** Agencies that no mock serves, so that nobody else answers for them. */
const connectBenchSystem = async ({ operator }: Platform): Promise<string> => {
  const agencies = BENCH_CODES.map((code, index) => ({
    id: `bench-${String(index)}`,
    name: `Đơn vị đo ${String(index)}`,
    level: 'province' as const,
    sector: 'state',
    codes: [{ code, form: 'qcvn102', from: '2019-01-01' }],
    from: '2019-01-01',
  }));
  const refused = (await operator.registerAgencies(agencies)).find(({ ok }) => !ok);
  if (refused !== undefined) throw new Error(JSON.stringify(refused.problem));
  const { key } = await operator.connect({
    id: SYSTEM,
    kind: 'eoffice',
    name: 'Đo thông lượng',
    agencies: agencies.map(({ id }) => id),
  });
  return key;
};

/** Raw batches on the same server, in a log beside. */
const ceilingOf = async (
  { addresses, dataDir }: Platform,
  durability: 'always' | 'relaxed',
): Promise<number> => {
  const { ceiling } = await benchAppend({
    store: {
      servers: addresses.nats,
      user: 'lgsp',
      password: readKeys(layoutOf(dataDir).natsPasswords).lgsp ?? '',
      tenant: 'BENCH',
      instance: 'bench',
      access: 'write',
      create: true,
      durability,
      clock: systemClock,
    },
    writers: CEILING_WRITERS,
    seconds: CEILING_SECONDS,
    payloadBytes: PAYLOAD_BYTES,
  });
  return ceiling;
};
