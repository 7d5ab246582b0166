import { benchAppend } from '@lienthong/event-store';
import { systemClock } from '@lienthong/kernel';
import { type BenchEntry, benchEntry } from './bench-entry.js';
import { startTemporaryNats } from './temporary-nats.js';

/** Writers that wait for their answer at any time. */
const LOADS = [1, 64, 256, 1_000];
/** About what a delivery's event weighs. */
const PAYLOAD_BYTES = 200;
const TENANT = 'BENCH';

export interface BenchOptions {
  readonly durability: 'always' | 'relaxed';
  /** Of each load. */
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/** How many events a second become durable, one command each on a new aggregate. */
export const runBenchAppend = async (options: BenchOptions): Promise<readonly BenchEntry[]> => {
  const { durability, seconds, signal, onProgress } = options;
  const nats = await startTemporaryNats(durability);
  const store = {
    servers: nats.url,
    tenant: TENANT,
    instance: 'bench',
    access: 'write',
    create: true,
    durability,
    clock: systemClock,
  } as const;
  try {
    const entries: BenchEntry[] = [];
    for (const writers of LOADS) {
      signal.throwIfAborted();
      const name = `append, ${String(writers)} writers`;
      onProgress(name);
      const measured = await benchAppend({ store, writers, seconds, payloadBytes: PAYLOAD_BYTES });
      onProgress(`${name}: ceiling with ${String(measured.ceilingInFlight)} writes in flight`);
      entries.push(benchEntry(name, measured));
    }
    return entries;
  } finally {
    await nats.stop();
  }
};
