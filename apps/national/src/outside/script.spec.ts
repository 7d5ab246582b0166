import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { type Behaviour } from '../members/members-file.js';
import { answersTo } from './script.js';

const behaviour: Behaviour = {
  agreementShare: 1,
  decisionSeconds: [60, 600] as [number, number],
  refusalShare: 0.03,
  refusalReasons: ['gửi nhầm', 'không mở được tệp'],
  delaySeconds: {
    '01': [5, 300],
    '02': [600, 7_200],
    '03': [300, 5_400],
    '04': [600, 14_400],
    '05': [600, 28_800],
    '06': [3_600, 259_200],
  },
};

const occasion = {
  seed: '1',
  agency: '000.00.00.G22',
  documentId: '000.00.00.H39,2020/03/02,1/UBND-VP',
  at: instant('2020-03-02T08:00:00+07:00'),
};

const many = Array.from({ length: 2_000 }, (_, number) =>
  answersTo(behaviour, { ...occasion, documentId: `document ${String(number)}` }),
);

describe('the answers of an outside agency', () => {
  it('are the same for the same seed, agency and document', () => {
    expect(answersTo(behaviour, { ...occasion })).toStrictEqual(answersTo(behaviour, occasion));
  });

  it.each([
    ['seed', { seed: '2' }],
    ['agency', { agency: '000.00.00.G14' }],
    ['document', { documentId: 'another' }],
  ])('are others for another %s', (_, change) => {
    expect(answersTo(behaviour, { ...occasion, ...change })).not.toStrictEqual(
      answersTo(behaviour, occasion),
    );
  });

  it('run through to completion, or end in a refusal with a reason', () => {
    const accepted = ['01', '03', '04', '05', '06'];
    for (const answers of many) {
      const codes = answers.map(({ statusCode }) => statusCode);
      expect([accepted, ['01', '02']]).toContainEqual(codes);
      if (codes.includes('02')) {
        expect(behaviour.refusalReasons).toContain(answers.at(-1)?.description);
      }
    }
  });

  it('refuse about as many documents as the behaviour says', () => {
    const refused = many.filter((answers) => answers.at(-1)?.statusCode === '02').length;
    expect(refused / many.length).toBeGreaterThan(0.02);
    expect(refused / many.length).toBeLessThan(0.04);
  });

  it('follow each other by whole seconds within the delays', () => {
    for (const answers of many) {
      let before = occasion.at;
      for (const { statusCode, at } of answers) {
        if (statusCode === '15' || statusCode === '16') throw new Error('nothing was asked');
        const [shortest, longest] = behaviour.delaySeconds[statusCode];
        const seconds = (at - before) / 1_000;
        expect(Number.isInteger(seconds)).toBe(true);
        expect(seconds).toBeGreaterThanOrEqual(shortest);
        expect(seconds).toBeLessThanOrEqual(longest);
        before = at;
      }
    }
  });
});
