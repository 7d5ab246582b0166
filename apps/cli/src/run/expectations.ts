import { type Indicator } from '../platform/operator-answers.js';
import { type Province } from '../platform/topology.js';
import { type AgendaDocument } from './agenda.js';

/** What the causes say of a document. */
export type Caused = Pick<AgendaDocument, 'isSigned' | 'change'> & {
  readonly sender: Pick<AgendaDocument['sender'], 'id'>;
  readonly recipients: readonly Pick<AgendaDocument['recipients'][number], 'channel'>[];
};

/** The level of every agency inside the province, by internal id. */
export type Levels = ReadonlyMap<string, string>;

interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

/** What an indicator has to say. */
export interface Expected extends Counted {
  readonly id: string;
}

/** An indicator that does not say what the causes say. */
export interface Mismatch {
  readonly id: string;
  readonly expected: Counted;
  readonly found: Counted | null;
}

const HIGHER = { levels: ['province', 'district'], name: 'province+district' };
const COMMUNES = { levels: ['commune'], name: 'commune' };

export const levelsOf = ({ agencies }: Pick<Province, 'agencies'>): Levels =>
  new Map(agencies.map(({ id, level }) => [id, level] as const));

/** Counts by the rules, apart from the platform, what the causes lead to on an empty one. */
export const expectedOf = (agenda: readonly Caused[], levels: Levels): readonly Expected[] =>
  [HIGHER, COMMUNES].flatMap(({ levels: counted, name }) => {
    const documents = agenda.filter(
      (document) => isOutgoing(document) && counted.includes(levels.get(document.sender.id) ?? ''),
    );
    return [
      { id: `documents.exchanged{${name}}`, ...share(documents, isExchanged) },
      { id: `documents.signed{${name}}`, ...share(documents, ({ isSigned }) => isSigned) },
    ];
  });

export const mismatchesOf = (
  expected: readonly Expected[],
  found: readonly Indicator[],
): readonly Mismatch[] =>
  expected.flatMap(({ id, ...wanted }) => {
    const indicator = found.find((candidate) => candidate.id === id);
    if (indicator !== undefined && agrees(indicator, wanted)) return [];
    return [{ id, expected: wanted, found: indicator === undefined ? null : counted(indicator) }];
  });

/** A document without recipients is internal; what changes another one is none of its own. */
const isOutgoing = ({ recipients, change }: Caused): boolean =>
  recipients.length > 0 && (change === undefined || change.kind === 'replace');

/** On paper alone it is not. */
const isExchanged = ({ recipients }: Caused): boolean =>
  recipients.some(({ channel }) => channel !== 'paper');

const share = (documents: readonly Caused[], counts: (document: Caused) => boolean): Counted => ({
  numerator: documents.filter(counts).length,
  denominator: documents.length,
});

const counted = ({ numerator, denominator }: Counted): Counted => ({ numerator, denominator });

const agrees = (a: Counted, b: Counted): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;
