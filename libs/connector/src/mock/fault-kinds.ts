/** What the mock axis can do wrong; see docs/scenarios.md. */
export const FAULT_KINDS = [
  'outage',
  'latency',
  'loss-of-requests',
  'loss-of-answers',
  'duplicates',
  'reordering',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];
