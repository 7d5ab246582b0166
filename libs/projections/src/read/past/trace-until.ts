import { type Hop, type Standing, standingAfter } from '../../projections/delivery-hops.js';
import { type Change, type traceRows } from '../../projections/documents.js';

type TraceRow = ReturnType<typeof traceRows.read>;

/** The row of a document as it stood at `sequence`; nothing when it was not issued yet. */
export const documentUntil = (row: TraceRow, sequence: number): ShownDocument | undefined => {
  if (row.sequence > sequence) return undefined;
  const changes = row.changes.filter((change) => change.sequence <= sequence);
  const rewritten = row.changes.find(
    (change) => change.sequence > sequence && change.before !== undefined,
  );
  return {
    ...row,
    ...rewritten?.before,
    status: statusAfter(changes),
    revision: 1 + changes.filter(({ type }) => type === 'DocumentUpdated').length,
    changes: changes.map(shown),
    recipients: row.recipients.filter(({ since = 0 }) => since <= sequence),
  };
};

export type ShownDocument = Omit<TraceRow, 'changes'> & { readonly changes: readonly Hop[] };

const statusAfter = (changes: readonly Change[]): TraceRow['status'] => {
  const types = changes.map(({ type }) => type);
  if (types.includes('DocumentRevoked')) return 'revoked';
  return types.includes('DocumentReplaced') ? 'replaced' : 'issued';
};

const shown = ({ before: _before, ...change }: Change): Hop => change;

/** How far a delivery had come at `sequence`, and by which hops. */
export const deliveryUntil = (
  hops: readonly Hop[] | undefined,
  sequence: number,
): Standing & { readonly hops: readonly Hop[] } => {
  const made = (hops ?? []).filter((hop) => hop.sequence <= sequence);
  return { ...standingAfter(made), hops: made };
};
