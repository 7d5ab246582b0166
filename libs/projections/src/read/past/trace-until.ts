import { type Hop, type Standing, standingAfter } from '../../projections/delivery-hops.js';
import { type Horizon, isWithin } from './horizon.js';
import { type Change, type traceRows } from '../../projections/documents.js';

type TraceRow = ReturnType<typeof traceRows.read>;

/** The row of a document as it stood then; nothing when it was not issued yet. */
export const documentUntil = (row: TraceRow, horizon: Horizon): ShownDocument | undefined => {
  if (!isWithin(horizon, { sequence: row.sequence, at: row.issuedAt })) return undefined;
  const changes = row.changes.filter((change) => isWithin(horizon, change));
  const later = row.changes.filter((change) => !isWithin(horizon, change));
  const rewritten = later.find((change) => change.before !== undefined);
  const tooLate = new Set(later.map(({ sequence }) => sequence));
  return {
    ...row,
    ...rewritten?.before,
    status: statusAfter(changes),
    revision: 1 + changes.filter(({ type }) => type === 'DocumentUpdated').length,
    changes: changes.map(shown),
    recipients: row.recipients.filter(
      ({ since = 0 }) => since <= horizon.sequence && !tooLate.has(since),
    ),
  };
};

export type ShownDocument = Omit<TraceRow, 'changes'> & { readonly changes: readonly Hop[] };

const statusAfter = (changes: readonly Change[]): TraceRow['status'] => {
  const types = changes.map(({ type }) => type);
  if (types.includes('DocumentRevoked')) return 'revoked';
  return types.includes('DocumentReplaced') ? 'replaced' : 'issued';
};

const shown = ({ before: _before, ...change }: Change): Hop => change;

/** How far a delivery had come then, and by which hops. */
export const deliveryUntil = (
  hops: readonly Hop[] | undefined,
  horizon: Horizon,
): Standing & { readonly hops: readonly Hop[] } => {
  const made = (hops ?? []).filter((hop) => isWithin(horizon, hop));
  return { ...standingAfter(made), hops: made };
};
