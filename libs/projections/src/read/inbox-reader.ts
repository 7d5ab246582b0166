import { type Attachment, type ReceivedPacket } from '@lienthong/documents';
import { type Instant, type LocalDate } from '@lienthong/kernel';
import { rowKey } from '../keys.js';
import {
  arrival,
  cardId,
  cards,
  inboxStream,
  notice,
  statusStream,
} from '../projections/inbox-rows.js';
import { encodeCursor } from './cursor.js';
import { ReadModelsBehind } from './errors.js';
import { parseReply } from './parse-reply.js';
import { type Snapshot } from './snapshot.js';
import { readStreams } from './stream-reader.js';

export interface InboxQuery {
  /** Internal ids of the agencies whose entries are wanted. */
  readonly agencies: readonly string[];
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface InboxEntry {
  readonly cursor: string;
  /** Of the event by which it came. */
  readonly sequence: number;
  /** The document came, or the recipient is told or asked something of it. */
  readonly kind: 'document' | 'update' | 'take-back' | 'revocation';
  /** The version that is meant, which is also shown; 1 as issued. */
  readonly revision: number;
  /** Why, in the sender's words. */
  readonly description: string;
  /** Business time at which the recipient was told. */
  readonly toldAt: Instant;
  readonly documentId: string;
  readonly headerDocumentId: string;
  /** Internal id. */
  readonly recipient: string;
  /** The code that the sender wrote. */
  readonly recipientCode: string;
  /** Internal id. */
  readonly sender: string;
  readonly senderCode: string;
  readonly senderName: string;
  readonly code: string;
  readonly typeName: string;
  readonly subject: string;
  readonly priority: number;
  readonly dueOn?: LocalDate | undefined;
  /** Business time of issue. */
  readonly at: Instant;
  readonly attachments: readonly Attachment[];
  readonly packet: ReceivedPacket;
}

export interface StatusEntry {
  readonly cursor: string;
  readonly sequence: number;
  readonly documentId: string;
  readonly headerDocumentId: string;
  /** Internal id of the agency that sent the document. */
  readonly sender: string;
  /** Internal id of the agency that reported. */
  readonly recipient: string;
  readonly recipientCode: string;
  readonly statusCode: string;
  readonly description: string;
  readonly at: Instant;
  /** It came after a later status and changed nothing. */
  readonly late: boolean;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Where to go on from. */
  readonly cursor: string;
}

export const readInbox = async (
  snapshot: Snapshot,
  query: InboxQuery,
): Promise<Page<InboxEntry>> => {
  const streams = new Map(query.agencies.map((agency) => [inboxStream(agency), agency]));
  const page = await readStreams(snapshot, { ...query, streams: [...streams.keys()] });
  const arrivals = page.entries.map(({ place, stream, entry }) => ({
    place,
    recipient: streams.get(stream) ?? '',
    ...arrival.parse(entry),
  }));
  const wanted = arrivals.map(({ document, revision }) => cardId(document, revision));
  const shown = await readCards(snapshot, [...new Set(wanted)]);
  const entries = arrivals.map(({ place, document, revision, code, ...rest }) => ({
    cursor: encodeCursor(place),
    sequence: place.sequence,
    documentId: document,
    revision,
    recipientCode: code,
    ...rest,
    ...cardOf(shown, cardId(document, revision), place.sequence),
  }));
  return { entries, cursor: encodeCursor(page.end) };
};

export const readStatuses = async (
  snapshot: Snapshot,
  query: InboxQuery,
): Promise<Page<StatusEntry>> => {
  const streams = new Map(query.agencies.map((agency) => [statusStream(agency), agency]));
  const page = await readStreams(snapshot, { ...query, streams: [...streams.keys()] });
  const entries = page.entries.map(({ place, stream, entry }) => {
    const { document, ...said } = notice.parse(entry);
    return {
      ...said,
      cursor: encodeCursor(place),
      sequence: place.sequence,
      documentId: document,
      sender: streams.get(stream) ?? '',
    };
  });
  return { entries, cursor: encodeCursor(page.end) };
};

type Card = ReturnType<typeof cards.read>;

const readCards = async (
  snapshot: Snapshot,
  documents: readonly string[],
): Promise<ReadonlyMap<string, Card>> => {
  if (documents.length === 0) return new Map();
  const { replies } = await snapshot.read((transaction, lane) =>
    transaction.mget(documents.map((document) => rowKey(lane, cards.address(document)))),
  );
  const values = Array.isArray(replies[0]) ? replies[0].map(parseReply) : [];
  return new Map(
    documents.flatMap((document, index) => {
      const value = values[index];
      return value === undefined ? [] : [[document, cards.read(value)]];
    }),
  );
};

/** A card is written before its first entry; only an emptied Redis parts them. */
const cardOf = (shown: ReadonlyMap<string, Card>, document: string, sequence: number): Card => {
  const card = shown.get(document);
  if (card === undefined) throw new ReadModelsBehind(0, sequence);
  return card;
};
