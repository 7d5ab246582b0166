import { z } from 'zod';

const count = z.int().nonnegative();

const processStatus = z.object({
  name: z.string(),
  checkpoint: count,
  waiting: count,
  oldestWaitingSeconds: z.number(),
  lastError: z.string().optional(),
});

export const statusAnswer = z.looseObject({
  tenant: z.string(),
  durability: z.enum(['always', 'relaxed']),
  clock: z.unknown(),
  lastSequence: count,
  processes: z.array(processStatus),
  readModels: z.object({ position: count, available: z.boolean() }),
  parked: count.nullable(),
  axis: z.object({ reachable: z.boolean().nullable() }),
});

export type PlatformStatus = z.infer<typeof statusAnswer>;

export const digestAnswer = z.object({ digest: z.string(), events: count, lastSequence: count });

export const settleAnswer = z.looseObject({ lastSequence: count, waiting: count, found: count });

const indicator = z.object({
  id: z.string(),
  numerator: count,
  denominator: count,
  value: z.number().nullable(),
  target: z.number().nullable(),
});

export type Indicator = z.infer<typeof indicator>;

const duration = z.object({
  id: z.string(),
  count,
  medianSeconds: count.nullable(),
  p95Seconds: count.nullable(),
});

export type Duration = z.infer<typeof duration>;

const figures = z.object({ indicators: z.array(indicator), durations: z.array(duration) });

export const metricsAnswer = figures.extend({
  asOfSequence: count,
  /** The read models are being refilled, and will know of more. */
  stale: z.boolean(),
  series: z.array(figures.extend({ period: z.string() })).optional(),
});

export type Metrics = z.infer<typeof metricsAnswer>;

export const flowAnswer = z.looseObject({
  asOfSequence: count,
  stale: z.boolean(),
  total: z.object({ documents: count, deliveries: count }),
  cells: z.array(
    z.object({ from: z.string(), to: z.string(), documents: count, deliveries: count }),
  ),
});

export type Flow = z.infer<typeof flowAnswer>;

const hop = z.looseObject({
  at: z.string(),
  type: z.string(),
  agency: z.string().optional(),
  sequence: count,
  statusCode: z.string().optional(),
});

const signature = z.object({ holder: z.string(), outcome: z.string(), serial: z.string() });

const trace = z.looseObject({
  documentId: z.string(),
  headerDocumentId: z.string(),
  code: z.string(),
  subject: z.string(),
  senderCode: z.string(),
  issuedAt: z.string(),
  status: z.enum(['issued', 'replaced', 'revoked']),
  revision: z.int(),
  changes: z.array(hop),
  signatures: z.array(signature),
  deliveries: z.array(
    z.looseObject({
      to: z.string(),
      level: z.string(),
      via: z.string().nullish(),
      channel: z.string().optional(),
      status: z.string(),
      statusCode: z.string().optional(),
      hops: z.array(hop),
    }),
  ),
});

export type Trace = z.infer<typeof trace>;

/** Several documents where senders of the same number differ. */
export const traceAnswer = z.array(trace);

const system = z.looseObject({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  agencies: z.array(z.string()),
});

export type KnownSystem = z.infer<typeof system>;

export const systemList = z.array(system);

const agency = z.looseObject({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  realm: z.enum(['inside', 'outside']),
  placement: z.looseObject({ level: z.string(), parent: z.string().optional() }),
});

/** An agency as it stands on a day. */
export type KnownAgency = z.infer<typeof agency>;

const dated = { from: z.string() };

/** All that was ever said of an agency. */
export const agencyHistory = z.looseObject({
  id: z.string(),
  asOf: z.string(),
  /** Null on a day on which it is not there. */
  current: agency.nullable(),
  names: z.array(z.object({ name: z.string(), ...dated })),
  placements: z.array(
    z.looseObject({ level: z.string(), parent: z.string().optional(), ...dated }),
  ),
  codes: z.array(z.looseObject({ code: z.string(), to: z.string().optional(), ...dated })),
  closedOn: z.string().optional(),
});

export const agencyPage = z.object({ entries: z.array(agency), cursor: z.string().optional() });

export const issuedKey = z.looseObject({ systemId: z.string(), key: z.string() });

export const knownKey = z.looseObject({
  keyId: z.string(),
  state: z.enum(['valid', 'expired', 'revoked']),
  issuedAt: z.string(),
  validUntil: z.string().optional(),
  revokedAt: z.string().optional(),
});

/** A key of a system, named by the beginning of its SHA-256. */
export type KnownKey = z.infer<typeof knownKey>;

export const keyList = z.array(knownKey);

const pastRequest = z.looseObject({
  at: z.string(),
  method: z.string(),
  route: z.string(),
  status: z.int().optional(),
  problem: z.string().optional(),
  durationMs: z.number(),
  traceId: z.string(),
});

/** How a request of a system went. */
export type PastRequest = z.infer<typeof pastRequest>;

export const requestPage = z.object({
  entries: z.array(pastRequest),
  cursor: z.string().optional(),
});

export const lineOutcome = z.looseObject({
  line: z.int(),
  ok: z.boolean(),
  problem: z.looseObject({ code: z.string(), detail: z.string().optional() }).optional(),
});

export const writtenAt = z.object({ sequence: z.int() });

export interface Closure {
  /** The last day of the agency. */
  readonly on: string;
  /** Agencies by internal id or code; without a `source` they are assumed. */
  readonly successors: readonly {
    readonly agency: string;
    readonly territory?: string;
    readonly field?: string;
    readonly default?: boolean;
    readonly source?: string;
  }[];
}

export interface NewSystem {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly agencies: readonly string[];
}
