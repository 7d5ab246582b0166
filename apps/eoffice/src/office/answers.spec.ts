import { describe, expect, it } from '@jest/globals';
import { type Behaviour } from '../province/province-file.js';
import { type Answer, answersTo, type Occasion } from './answers.js';

const steps = (shortest: number, longest: number): Behaviour['delaySeconds']['commune'] => ({
  '01': [shortest, longest],
  '02': [shortest, longest],
  '03': [shortest, longest],
  '04': [shortest, longest],
  '05': [shortest, longest],
  '06': [shortest, longest],
});

const behaviour: Behaviour = {
  agreementShare: 1,
  decisionSeconds: [60, 600],
  jsonShare: 0.1,
  refusalShare: 0.1,
  refusalReasons: ['Gửi nhầm'],
  delaySeconds: { province: steps(1, 9), district: steps(10, 99), commune: steps(1_000, 9_000) },
};

const occasion: Occasion = {
  seed: '1',
  agency: 'xa-ben-luc-my-yen',
  level: 'commune',
  documentId: 'd',
  at: 1_583_110_800_000,
};

const many = (change: Partial<Occasion> = {}): readonly (readonly Answer[])[] =>
  Array.from({ length: 500 }, (_, n) =>
    answersTo(behaviour, { ...occasion, documentId: String(n), ...change }),
  );

const codes = (answers: readonly Answer[]): string => answers.map(({ status }) => status).join(' ');

describe('the answers of an agency', () => {
  it('lead to 06, or to 02 with a reason', () => {
    const chains = new Set(many().map(codes));
    expect([...chains].sort()).toEqual(['01 02', '01 03 04 05 06']);
    const refusal = many().find((answers) => codes(answers) === '01 02');
    expect(refusal?.at(-1)?.description).toBe('Gửi nhầm');
  });

  it('refuse about as often as the province does', () => {
    const refused = many().filter((answers) => codes(answers) === '01 02').length;
    expect(refused).toBeGreaterThan(25);
    expect(refused).toBeLessThan(85);
  });

  it('follow each other in whole seconds, within the delays of the level', () => {
    for (const answers of many())
      answers.forEach(({ at }, index) => {
        const seconds = (at - (answers[index - 1]?.at ?? occasion.at)) / 1_000;
        expect(Number.isInteger(seconds)).toBe(true);
        expect(seconds).toBeGreaterThanOrEqual(1_000);
        expect(seconds).toBeLessThanOrEqual(9_000);
      });
  });

  it('are all given when the document was read, where time is real', () => {
    const readAt = occasion.at + 5;
    expect(new Set(many({ readAt }).flatMap((answers) => answers.map(({ at }) => at)))).toEqual(
      new Set([readAt]),
    );
    expect(many({ readAt }).map(codes)).toEqual(many().map(codes));
  });

  it('are the same however often they are asked for, and others for another agency or seed', () => {
    expect(many()).toEqual(many());
    expect(many({ agency: 'xa-ben-luc-thanh-phu' })).not.toEqual(many());
    expect(many({ seed: '2' })).not.toEqual(many());
  });
});
