import {
  type Channel,
  deliveryIdOf,
  type RequestKind,
  type Signature,
  type Via,
} from '@lienthong/documents';
import { type Instant } from '@lienthong/kernel';
import { rowKey } from '../keys.js';
import { headerRowId, headerRows, traceRows } from '../projections/documents.js';
import { type Hop, hopRows } from '../projections/delivery-hops.js';
import { ReadModelsBehind } from './errors.js';
import { parseReply } from './parse-reply.js';
import { EVERYTHING, type Horizon } from './past/horizon.js';
import { deliveryUntil, documentUntil } from './past/trace-until.js';
import { type Snapshot } from './snapshot.js';

export interface DeliveryTrace {
  /** Internal id. */
  readonly recipient: string;
  /** The code that the sender wrote. */
  readonly to: string;
  /** On the day of issue; `unknown` where the directory did not know the agency. */
  readonly level: string;
  readonly channel: Channel;
  readonly via: Via;
  /** `unrouted`, `routed`, `sent`, `rerouted`, …, or how far the recipient has come. */
  readonly status: string;
  /** What the recipient was asked and has not answered. */
  readonly request?: RequestKind | undefined;
  /** The last one that had an effect. */
  readonly statusCode?: string | undefined;
  readonly hops: readonly Hop[];
}

/** What a document is known by, as it stands now. */
export interface DocumentHead {
  readonly documentId: string;
  readonly headerDocumentId: string;
  readonly code: string;
  readonly subject: string;
  /** Internal id. */
  readonly sender: string;
  readonly senderCode: string;
  readonly issuedAt: Instant;
  readonly sequence: number;
  readonly status: 'issued' | 'replaced' | 'revoked';
  /** 1 as issued. */
  readonly revision: number;
}

export interface DocumentTrace extends DocumentHead {
  /** On the latest version, in the order in which they came. */
  readonly signatures: readonly Signature[];
  /** What happened to the document itself since it was issued. */
  readonly changes: readonly Hop[];
  readonly deliveries: readonly DeliveryTrace[];
  readonly asOfSequence: number;
  /** The read models are being refilled: as of that sequence this is right, and there may be more. */
  readonly stale: boolean;
}

/**
 * @throws {ReadModelsBehind} when the document is not there, and the read model is being refilled
 */
export const readTrace = async (
  snapshot: Snapshot,
  documentId: string,
  horizon: Horizon = EVERYTHING,
): Promise<DocumentTrace | undefined> => {
  const { sequence, stale, wanted, replies } = await snapshot.look((transaction, lane) =>
    transaction.get(rowKey(lane, traceRows.address(documentId))),
  );
  const found = parseReply(replies[0]);
  if (found === undefined && stale) throw new ReadModelsBehind(sequence, wanted);
  const row = found === undefined ? undefined : documentUntil(traceRows.read(found), horizon);
  if (row === undefined) return undefined;
  const { recipients, ...document } = row;
  const deliveries = recipients.map(({ agency }) => deliveryIdOf(agency, documentId));
  const rows = await readHops(snapshot, deliveries);
  return {
    documentId,
    ...document,
    deliveries: recipients.map(({ agency, code, level, channel, via }, index) => {
      const made = deliveryUntil(rows[index], horizon);
      return { recipient: agency, to: code, level, channel, via, ...made };
    }),
    asOfSequence: Math.min(sequence, horizon.sequence),
    stale,
  };
};

const readHops = async (
  snapshot: Snapshot,
  deliveries: readonly string[],
): Promise<readonly (readonly Hop[])[]> => {
  if (deliveries.length === 0) return [];
  const { replies } = await snapshot.look((transaction, lane) =>
    transaction.mget(deliveries.map((delivery) => rowKey(lane, hopRows.address(delivery)))),
  );
  const values = Array.isArray(replies[0]) ? replies[0].map(parseReply) : [];
  return values.map((value) => (value === undefined ? [] : hopRows.read(value).hops));
};

/** Our ids of the documents that bear the sender's own DocumentId; senders may choose the same. */
export const readDocumentsByHeaderId = async (
  snapshot: Snapshot,
  headerDocumentId: string,
): Promise<readonly string[]> => {
  const { replies } = await snapshot.read((transaction, lane) =>
    transaction.get(rowKey(lane, headerRows.address(headerRowId(headerDocumentId)))),
  );
  const row = parseReply(replies[0]);
  return row === undefined ? [] : headerRows.read(row).documents;
};
