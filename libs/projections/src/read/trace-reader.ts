import {
  type Channel,
  deliveryIdOf,
  type RequestKind,
  type Signature,
  type Via,
} from '@lienthong/documents';
import { type Instant } from '@lienthong/kernel';
import { hashKey, rowKey } from '../keys.js';
import { COUNTS, headerRowId, headerRows, PARKED, traceRows } from '../projections/documents.js';
import { type Hop, hopRows } from '../projections/delivery-hops.js';
import { parseReply } from './parse-reply.js';
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

export interface DocumentTrace {
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
  /** On the latest version, in the order in which they came. */
  readonly signatures: readonly Signature[];
  /** What happened to the document itself since it was issued. */
  readonly changes: readonly Hop[];
  readonly deliveries: readonly DeliveryTrace[];
}

export const readTrace = async (
  snapshot: Snapshot,
  documentId: string,
): Promise<DocumentTrace | undefined> => {
  const { replies } = await snapshot.read((transaction, lane) =>
    transaction.get(rowKey(lane, traceRows.address(documentId))),
  );
  const row = parseReply(replies[0]);
  if (row === undefined) return undefined;
  const { recipients, ...document } = traceRows.read(row);
  const hops = await readHops(
    snapshot,
    recipients.map(({ agency }) => deliveryIdOf(agency, documentId)),
  );
  const deliveries = recipients.map(({ agency, code, level, channel, via }, index) => {
    const made = hops[index] ?? { status: 'unrouted', hops: [] };
    return { recipient: agency, to: code, level, channel, via, ...made };
  });
  return { documentId, ...document, deliveries };
};

type HopRow = Omit<ReturnType<typeof hopRows.read>, 'sender'>;

const readHops = async (
  snapshot: Snapshot,
  deliveries: readonly string[],
): Promise<readonly (HopRow | undefined)[]> => {
  if (deliveries.length === 0) return [];
  const { replies } = await snapshot.read((transaction, lane) =>
    transaction.mget(deliveries.map((delivery) => rowKey(lane, hopRows.address(delivery)))),
  );
  const values = Array.isArray(replies[0]) ? replies[0].map(parseReply) : [];
  return values.map((value) => (value === undefined ? undefined : shown(hopRows.read(value))));
};

const shown = ({ sender: _sender, ...row }: ReturnType<typeof hopRows.read>): HopRow => row;

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

export const readParkedCount = async (snapshot: Snapshot): Promise<number> => {
  const { replies } = await snapshot.read((transaction, lane) =>
    transaction.hget(hashKey(lane, COUNTS), PARKED),
  );
  return Number(replies[0] ?? 0);
};
