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
    ],
    entries.map(({ name, value, ceiling, ratio, p50Ms, p99Ms, durability }) => [
      name,
      value,
      ceiling,
      ratio,
      p50Ms,
      p99Ms,
      durability,
    ]),
  );

/** The value below which `share` of the sorted values lie; 0 of none. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const rounded = (value: number): number => Math.round(value * 100) / 100;
