import { type Instant } from '@lienthong/kernel';
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

/** The level of every agency inside the province, by each of its codes. */
export type Senders = ReadonlyMap<string, string>;

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

/** Who the exchange of documents is counted for. */
const EXCHANGED: readonly { readonly id: string; readonly levels: readonly string[] }[] = [
  { id: 'documents.exchanged{province+district}', levels: ['province', 'district'] },
  { id: 'documents.exchanged{commune}', levels: ['commune'] },
];

export const sendersOf = ({ agencies }: Province): Senders =>
  new Map(agencies.flatMap(({ codes, level }) => codes.map(({ code }) => [code, level] as const)));

/** Counts the agenda by the rules, apart from the platform, and compares. Only where it was empty before. */
export const mismatchesOf = (
  agenda: readonly PlannedDocument[],
  senders: Senders,
  found: readonly Indicator[],
): readonly Mismatch[] =>
  EXCHANGED.flatMap(({ id, levels }) => {
    const expected = exchanged(
      agenda.filter(({ from }) => levels.includes(senders.get(from) ?? '')),
    );
    const indicator = found.find((candidate) => candidate.id === id);
    if (indicator !== undefined && agrees(indicator, expected)) return [];
    return [{ id, expected, found: indicator === undefined ? null : counted(indicator) }];
  });

/** A document without recipients is internal and not counted; one with paper recipients alone is not exchanged. */
const exchanged = (documents: readonly PlannedDocument[]): Counted => {
  const sent = documents.filter(({ to }) => to.length > 0);
  const numerator = sent.filter(({ to }) => to.some(({ channel }) => channel !== 'paper')).length;
  return { numerator, denominator: sent.length };
};

const counted = ({ numerator, denominator }: Counted): Counted => ({ numerator, denominator });

const agrees = (a: Counted, b: Counted): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;
