import { type Instant } from '@lienthong/kernel';
import { type Question } from '../registers/records.js';
import { type Answer } from './answers.js';

/** What an agency says of a document, and because of what. */
export interface Chain {
  readonly documentId: string;
  readonly agency: string;
  readonly question?: Pick<Question, 'kind' | 'at'>;
  readonly answers: readonly Answer[];
}

/** What an agency has to say of one document up to some time. */
export interface Speech {
  readonly chains: readonly (Chain & { readonly more: boolean })[];
}

/** One answer, and the place in its speech of the chain that it belongs to. */
export interface Line {
  readonly chain: number;
  readonly answer: Answer;
}

/**
 * What is due, a speech for each document that an agency has something to say of. Who gives a document back, or knows
 * that it was revoked, says nothing of it from then on.
 */
export const speechesUntil = (chains: readonly Chain[], until: Instant): readonly Speech[] => {
  const byDocument = new Map<string, Chain[]>();
  for (const chain of chains) {
    const key = `${chain.agency} ${chain.documentId}`;
    const before = byDocument.get(key);
    if (before === undefined) byDocument.set(key, [chain]);
    else before.push(chain);
  }
  return [...byDocument.values()].flatMap((about) => {
    const end = Math.min(until, ...about.flatMap(endingOf));
    const due = about.flatMap((chain) => {
      const answers = chain.answers.filter(({ at }) => at <= end);
      const isEmpty = answers.length === 0 && chain.answers.length > 0;
      return isEmpty ? [] : [{ ...chain, answers, more: answers.length < chain.answers.length }];
    });
    return due.length === 0 ? [] : [{ chains: due }];
  });
};

/** In the order of time. */
export const linesOf = ({ chains }: Speech): readonly Line[] =>
  chains
    .flatMap(({ answers }, chain) => answers.map((answer) => ({ chain, answer })))
    .sort((a, b) => a.answer.at - b.answer.at);

/** When an agency that is asked for a document has done with it. */
const endingOf = ({ question, answers }: Chain): readonly Instant[] =>
  question === undefined || question.kind === 'update'
    ? []
    : answers.filter(({ status }) => status === '15').map(({ at }) => at);
