import { table } from '../output/output.js';

/** One load of a benchmark, as `bench --json` prints it. */
export interface BenchEntry {
  readonly name: string;
  readonly unit: 'events/s';
  readonly value: number;
  /** What the server alone takes on this machine, measured in the same run. */
  readonly ceiling: number;
  readonly ratio: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly durability: 'always' | 'relaxed';
  /** Processor time in microseconds an event, by process; where the machine tells it. */
  readonly processorMicros?: Readonly<Record<string, number>>;
}

type Measured = Omit<BenchEntry, 'name' | 'unit' | 'ratio'>;

export const benchEntry = (name: string, measured: Measured): BenchEntry => ({
  name,
  unit: 'events/s',
  value: Math.round(measured.value),
  ceiling: Math.round(measured.ceiling),
  ratio: rounded(measured.value / measured.ceiling),
  p50Ms: rounded(measured.p50Ms),
  p99Ms: rounded(measured.p99Ms),
  durability: measured.durability,
  ...(measured.processorMicros === undefined ? {} : { processorMicros: measured.processorMicros }),
});

export const benchTable = (entries: readonly BenchEntry[]): string =>
  table(
    [
      'Tải · Load',
      'Sự kiện/giây · events/s',
      'Trần · Ceiling',
      'Tỷ lệ · Ratio',
      'p50 ms',
      'p99 ms',
      'Độ bền · Durability',
      'µs CPU/sự kiện · event',
    ],
    entries.map((entry) => [
      entry.name,
      entry.value,
      entry.ceiling,
      entry.ratio,
      entry.p50Ms,
      entry.p99Ms,
      entry.durability,
      Object.entries(entry.processorMicros ?? {})
        .map(([process, micros]) => `${process} ${String(micros)}`)
        .join('\n'),
    ]),
  );

const rounded = (value: number): number => Math.round(value * 100) / 100;
