import { describe, expect, it } from '@jest/globals';
import { type Answer } from './answers.js';
import { type Chain, linesOf, speechesUntil } from './speech.js';

const answer = (status: Answer['status'], at: number): Answer => ({ status, at, description: '' });

const said = (documentId: string, ...answers: readonly Answer[]): Chain => ({
  documentId,
  agency: 'a',
  answers,
});

const decision = (
  kind: NonNullable<Chain['question']>['kind'],
  status: '15' | '16',
  at: number,
): Chain => ({
  documentId: 'd',
  agency: 'a',
  question: { kind, at: 1 },
  answers: [answer(status, at)],
});

const STEPS = said('d', answer('01', 1), answer('03', 3), answer('04', 5), answer('06', 9));

const spoken = (chains: readonly Chain[], until: number) =>
  speechesUntil(chains, until).map((speech) =>
    linesOf(speech)
      .map(({ answer: { status } }) => status)
      .join(' '),
  );

describe('what an agency says', () => {
  it('is all there is where nobody holds it back', () => {
    expect(spoken([STEPS, said('e', answer('01', 4), answer('02', 20))], Infinity)).toStrictEqual([
      '01 03 04 06',
      '01 02',
    ]);
  });

  it('ends at the time up to which it acts, and says that there is more', () => {
    expect(spoken([STEPS], 5)).toStrictEqual(['01 03 04']);
    const [speech] = speechesUntil([STEPS], 5);
    expect(speech?.chains.map(({ more }) => more)).toStrictEqual([true]);
    expect(speechesUntil([STEPS], 9)[0]?.chains.map(({ more }) => more)).toStrictEqual([false]);
  });

  it('is nothing before its first word', () => {
    expect(speechesUntil([STEPS], 0)).toStrictEqual([]);
  });

  it('has the answer to a question in its place between the steps', () => {
    expect(spoken([STEPS, decision('update', '15', 4)], Infinity)).toStrictEqual([
      '01 03 15 04 06',
    ]);
    expect(spoken([STEPS, decision('take-back', '16', 4)], Infinity)).toStrictEqual([
      '01 03 16 04 06',
    ]);
  });

  it.each(['take-back', 'revocation'] as const)('ends with a %s that is agreed to', (kind) => {
    expect(spoken([STEPS, decision(kind, '15', 4)], Infinity)).toStrictEqual(['01 03 15']);
    expect(spoken([STEPS, decision(kind, '15', 4)], 3)).toStrictEqual(['01 03']);
  });

  it('is told also where an agency has nothing to say, so that nobody waits for it', () => {
    expect(speechesUntil([said('d')], 0)).toHaveLength(1);
  });
});
