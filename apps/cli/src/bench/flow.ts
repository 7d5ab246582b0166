import { benchCopy, type EventStoreOptions, markLog } from '@lienthong/event-store';
import { systemClock } from '@lienthong/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { readKeys } from '../platform/key-ring.js';
import { layoutOf } from '../platform/layout.js';
import { startPlatform } from '../up/platform.js';
import { type Platform } from '../up/running-platform.js';
import { type BenchOptions } from './append.js';
import { type BenchEntry, benchEntry } from './bench-entry.js';
import { benchFolder } from './bench-folder.js';
import { connectParties } from './flow-parties.js';
import { Generator } from './generator/generator.js';
import { type LoadOrder } from './generator/orders.js';
import { ProcessorTime } from './processor-time.js';

/** Each hands in many documents at once: few of them, and enough that the platform never waits for them. */
const WRITERS = [2, 8];
const OFFERED_PER_SECOND = 100;
const WARM_UP = { kind: 'flow', writers: 4, seconds: 3 } as const;
const CEILING_SECONDS = 3;

/**
 * How many events a second pass through a whole platform: documents through the HTTP door, routed, delivered,
 * answered in bulk, until all of it is in the read models; and how long a document is on its way to an inbox.
 */
export const runBenchFlow = async (options: BenchOptions): Promise<readonly BenchEntry[]> => {
  const { durability, onProgress } = options;
  const dataDir = await mkdtemp(benchFolder());
  try {
    const platform = await startPlatform({ dataDir, ports: 'free', durability, onProgress });
    try {
      const generator = await Generator.start(await connectParties(platform));
      try {
        return await measured({ platform, generator, options });
      } finally {
        generator.stop();
      }
    } finally {
      await platform.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};

interface Bench {
  readonly platform: Platform;
  readonly generator: Generator;
  readonly options: BenchOptions;
}

const measured = async (bench: Bench): Promise<readonly BenchEntry[]> => {
  const { seconds, durability } = bench.options;
  const log = await logOf(bench.platform, durability);
  const from = await markLog(log);
  await run(bench, WARM_UP);
  const loads: Load[] = [];
  for (const writers of WRITERS) {
    const { fromAccepted, ...load } = await run(bench, { kind: 'flow', writers, seconds });
    loads.push({ name: `${String(writers)} writers, accepted to inbox`, ...load, ...fromAccepted });
  }
  const order = { kind: 'offer', perSecond: OFFERED_PER_SECOND, seconds } as const;
  const { fromAccepted, fromDue, ...load } = await run(bench, order);
  const name = `${String(OFFERED_PER_SECOND)} documents/s`;
  loads.push({ name: `${name}, accepted to inbox`, ...load, ...fromAccepted });
  loads.push({ name: `${name}, due to inbox`, ...load, ...fromDue });
  bench.options.onProgress('ceiling');
  const ceiling = await benchCopy({ store: log, from, into: 'BENCH', seconds: CEILING_SECONDS });
  return loads.map(({ name, ...load }) =>
    benchEntry(`flow, ${name}`, { ...load, ceiling, durability }),
  );
};

type Load = Omit<BenchEntry, 'unit' | 'ceiling' | 'ratio' | 'durability'>;

const run = async ({ platform, generator, options }: Bench, order: LoadOrder) => {
  const { operator } = platform;
  options.signal.throwIfAborted();
  options.onProgress(JSON.stringify(order));
  const before = await operator.status();
  const time = new ProcessorTime({ ...platform.pids(), generator: generator.pid });
  const begin = performance.now();
  const { fromAccepted, fromDue } = await generator.run(order, options.signal);
  const { lastSequence } = await operator.settle();
  const events = lastSequence - before.lastSequence;
  const value = (events * 1_000) / (performance.now() - begin);
  return { value, processorMicros: time.micros(events), fromAccepted, fromDue };
};

const logOf = async (
  { addresses, dataDir, operator }: Platform,
  durability: BenchOptions['durability'],
): Promise<EventStoreOptions> => ({
  servers: addresses.nats,
  user: 'lgsp',
  password: readKeys(layoutOf(dataDir).natsPasswords).lgsp ?? '',
  tenant: (await operator.status()).tenant,
  instance: 'bench',
  access: 'write',
  create: false,
  durability,
  clock: systemClock,
});
