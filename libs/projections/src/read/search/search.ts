import { deliveryIdOf } from '@lienthong/documents';
import { indexKey, rowKey } from '../../keys.js';
import { hopRows } from '../../projections/delivery-hops.js';
import { traceRows } from '../../projections/documents.js';
import { EVERY_MONTH, monthRows } from '../../projections/search/postings.js';
import { parseStreamId } from '../cursor.js';
import { InvalidCursor } from '../errors.js';
import { parseReply } from '../parse-reply.js';
import { type Glance, type Snapshot } from '../snapshot.js';
import { type DocumentHead } from '../trace-reader.js';
import { type DocumentRow, matches, standsFor } from './matching.js';
import { decodeSearchCursor, encodeSearchCursor } from './search-cursor.js';
import { type Lead, leadsOf, type SearchQuery } from './search-query.js';

export interface FoundDocument extends DocumentHead {
  /** Internal ids. */
  readonly recipients: readonly string[];
}

export interface Found {
  /** The newest first; a page may hold fewer than it might, and there is more all the same. */
  readonly entries: readonly FoundDocument[];
  /** Where to go on; absent when all was looked at. */
  readonly cursor?: string;
  readonly asOfSequence: number;
  readonly stale: boolean;
}

/** What one question looks at before it answers with what it has. */
const LOOKED_AT_ONCE = 100;
const LOOKS = 20;

/** @throws {InvalidCursor} also where it belongs to another question */
export const searchDocuments = async (snapshot: Snapshot, query: SearchQuery): Promise<Found> => {
  const place = query.after === undefined ? undefined : decodeSearchCursor(query.after);
  const { leads, ...glance } = await readLeads(snapshot, query);
  const lead =
    place === undefined
      ? await shortest(snapshot, leads)
      : leads.find((l) => l.name === place.lead);
  if (lead === undefined) throw new InvalidCursor();
  return { ...(await follow(snapshot, { query, lead, before: place?.before })), ...glance };
};

interface Way {
  readonly query: SearchQuery;
  readonly lead: Lead;
  /** The sequence of what was shown last. */
  readonly before: number | undefined;
}

const follow = async (
  snapshot: Snapshot,
  { query, lead, before }: Way,
): Promise<Pick<Found, 'entries' | 'cursor'>> => {
  const found: Match[] = [];
  let place = before;
  for (let look = 0; look < LOOKS; look += 1) {
    const candidates = await readLead(snapshot, lead, place);
    found.push(...(await filtered(snapshot, candidates, { query, lead })));
    const full = found[query.limit - 1];
    if (full !== undefined) {
      return { entries: shownOf(found.slice(0, query.limit)), cursor: cursorAt(lead, full) };
    }
    const last = candidates.at(-1);
    if (last === undefined || candidates.length < LOOKED_AT_ONCE) {
      return { entries: shownOf(found) };
    }
    place = last.sequence;
  }
  const end = place === undefined ? {} : { cursor: cursorAt(lead, { sequence: place }) };
  return { entries: shownOf(found), ...end };
};

const shownOf = (found: readonly Match[]): readonly FoundDocument[] =>
  found.map(({ document }) => document);

const cursorAt = (lead: Lead, { sequence }: { readonly sequence: number }): string =>
  encodeSearchCursor({ lead: lead.name, before: sequence });

const readLeads = async (
  snapshot: Snapshot,
  query: SearchQuery,
): Promise<Pick<Found, 'asOfSequence' | 'stale'> & { readonly leads: readonly Lead[] }> => {
  const { sequence, stale, replies } = await snapshot.look((transaction, lane) =>
    transaction.get(rowKey(lane, monthRows.address(EVERY_MONTH))),
  );
  const kept = parseReply(replies[0]);
  const { months } = kept === undefined ? { months: [] } : monthRows.read(kept);
  return { asOfSequence: sequence, stale, leads: leadsOf(query, months) };
};

/** The one that names the fewest documents. */
const shortest = async (snapshot: Snapshot, leads: readonly Lead[]): Promise<Lead | undefined> => {
  const indices = leads.flatMap((lead) => lead.indices);
  const { replies } = await snapshot.look((transaction, lane) =>
    indices.reduce((commands, index) => commands.xlen(indexKey(lane, index)), transaction),
  );
  const lengths = new Map(indices.map((index, at) => [index, Number(replies[at])]));
  const measured = leads.map((lead) => ({
    lead,
    length: lead.indices.reduce((sum, index) => sum + (lengths.get(index) ?? 0), 0),
  }));
  return measured.sort((a, b) => a.length - b.length)[0]?.lead;
};

interface Candidate {
  readonly sequence: number;
  readonly document: string;
}

/** The newest documents before an event, each event's once. */
const readLead = async (
  snapshot: Snapshot,
  { indices }: Lead,
  before: number | undefined,
): Promise<readonly Candidate[]> => {
  const end = before === undefined ? '+' : String(before - 1);
  const { replies } = await snapshot.look((transaction, lane) =>
    indices.reduce(
      (commands, index) =>
        commands.xrevrange(indexKey(lane, index), end, '-', 'COUNT', LOOKED_AT_ONCE),
      transaction,
    ),
  );
  const named = new Map(replies.flatMap(namesIn));
  return [...named]
    .map(([sequence, document]) => ({ sequence, document }))
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, LOOKED_AT_ONCE);
};

/** `[id, ['e', document]]` */
const namesIn = (reply: unknown): readonly (readonly [number, string])[] =>
  (Array.isArray(reply) ? reply : []).flatMap((item: unknown) => {
    if (!Array.isArray(item) || !Array.isArray(item[1])) return [];
    const place = parseStreamId(String(item[0]));
    return place === undefined ? [] : [[place.sequence, String(item[1][1])] as const];
  });

interface Match {
  readonly sequence: number;
  readonly document: FoundDocument;
}

const filtered = async (
  snapshot: Snapshot,
  candidates: readonly Candidate[],
  { query, lead }: Omit<Way, 'before'>,
): Promise<readonly Match[]> => {
  const rows = await readRows(snapshot, candidates);
  const matching = candidates.flatMap((candidate, index) => {
    const row = rows[index];
    return row !== undefined && standsFor(row, lead, candidate) && matches(row, query)
      ? [{ ...candidate, row }]
      : [];
  });
  const { status, agency } = query;
  const found: Match[] = [];
  for (const { sequence, document, row } of matching) {
    const isWanted =
      status === undefined ||
      row.status === status ||
      (await hasDelivery(snapshot, { document, row, status, agency }));
    if (isWanted) found.push({ sequence, document: shown(document, row) });
  }
  return found;
};

const readRows = async (
  snapshot: Snapshot,
  candidates: readonly Candidate[],
): Promise<readonly (DocumentRow | undefined)[]> => {
  const values = await readMany(
    snapshot,
    candidates.map(({ document }) => traceRows.address(document)),
  );
  return values.map((value) => (value === undefined ? undefined : traceRows.read(value)));
};

const hasDelivery = async (
  snapshot: Snapshot,
  wanted: {
    readonly document: string;
    readonly row: DocumentRow;
    readonly status: string;
    readonly agency: string | undefined;
  },
): Promise<boolean> => {
  const { document, row, status, agency } = wanted;
  const recipients = row.recipients.filter((each) => (agency ?? each.agency) === each.agency);
  const deliveries = recipients.map((each) => deliveryIdOf(each.agency, document));
  const values = await readMany(
    snapshot,
    deliveries.map((delivery) => hopRows.address(delivery)),
  );
  return values.some((value) => value !== undefined && hopRows.read(value).status === status);
};

const readMany = async (
  snapshot: Snapshot,
  addresses: readonly string[],
): Promise<readonly unknown[]> => {
  if (addresses.length === 0) return [];
  const { replies }: Glance = await snapshot.look((transaction, lane) =>
    transaction.mget(addresses.map((address) => rowKey(lane, address))),
  );
  return Array.isArray(replies[0]) ? replies[0].map(parseReply) : [];
};

const shown = (documentId: string, row: DocumentRow): FoundDocument => {
  const { changes: _changes, signatures: _signatures, recipients, ...document } = row;
  return { documentId, ...document, recipients: recipients.map(({ agency }) => agency) };
};
