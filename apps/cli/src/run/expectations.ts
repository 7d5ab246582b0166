import { type Instant } from '@lienthong/kernel';
import { signsSoundly } from '../platform/holdings.js';
import { type Indicator } from '../platform/operator-answers.js';
import { type Province } from '../platform/topology.js';

/** A document that a scenario has somebody issue. */
export interface PlannedDocument {
  readonly from: string;
  readonly at: Instant;
  readonly to: readonly {
    readonly code: string;
    readonly channel: 'electronic' | 'paper' | 'both';
  }[];
}

/** An agency of the province, as far as its documents are counted. */
export interface Sender {
  readonly level: string;
  /** Whether what it signs at that time is believed. */
  readonly signs: (at: Instant) => boolean;
}

/** Every agency inside the province, by each of its codes. */
export type Senders = ReadonlyMap<string, Sender>;

/** An indicator that does not say what the causes say. */
export interface Mismatch {
  readonly id: string;
  readonly expected: Counted;
  readonly found: Counted | null;
}

interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

export const sendersOf = (province: Province): Senders =>
  new Map(
    province.agencies.flatMap(({ id, codes, level }) => {
      const sender = { level, signs: (at: Instant) => signsSoundly(province, id, at) };
      return codes.map(({ code }) => [code, sender] as const);
    }),
  );

type Issued = Pick<PlannedDocument, 'to' | 'at'> & { readonly sender: Sender };

/** One with paper recipients alone is not exchanged. */
const isExchanged = ({ to }: Issued): boolean => to.some(({ channel }) => channel !== 'paper');

const isSigned = ({ sender, at }: Issued): boolean => sender.signs(at);

interface Expected {
  readonly id: string;
  readonly levels: readonly string[];
  readonly counts: (document: Issued) => boolean;
}

/** What the causes decide of each indicator that provinces report. */
const INDICATORS: readonly Expected[] = [
  { name: 'documents.exchanged', counts: isExchanged },
  { name: 'documents.signed', counts: isSigned },
].flatMap(({ name, counts }) => [
  { id: `${name}{province+district}`, levels: ['province', 'district'], counts },
  { id: `${name}{commune}`, levels: ['commune'], counts },
]);

/** Counts the agenda by the rules, apart from the platform, and compares. Only where it was empty before. */
export const mismatchesOf = (
  agenda: readonly PlannedDocument[],
  senders: Senders,
  found: readonly Indicator[],
): readonly Mismatch[] => {
  const documents = agenda.flatMap((document) => issuedBy(senders, document));
  return INDICATORS.flatMap(({ id, levels, counts }) => {
    const outgoing = documents.filter(({ sender }) => levels.includes(sender.level));
    const expected = {
      numerator: outgoing.filter(counts).length,
      denominator: outgoing.length,
    };
    const indicator = found.find((candidate) => candidate.id === id);
    if (indicator !== undefined && agrees(indicator, expected)) return [];
    return [{ id, expected, found: indicator === undefined ? null : counted(indicator) }];
  });
};

/** A document without recipients is internal and not counted; one from outside is not outgoing. */
const issuedBy = (senders: Senders, { from, to, at }: PlannedDocument): readonly Issued[] => {
  const sender = senders.get(from);
  return sender === undefined || to.length === 0 ? [] : [{ sender, to, at }];
};

const counted = ({ numerator, denominator }: Counted): Counted => ({ numerator, denominator });

const agrees = (a: Counted, b: Counted): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;
