import { describe, expect, it } from '@jest/globals';
import { type Question } from '../registers/records.js';
import { sandboxAnswers, sandboxDecision } from './sandbox.js';

const SENT = 1_583_110_800_000;

const said = (subject: string): string =>
  sandboxAnswers({ subject, at: SENT })
    .map(({ status }) => status)
    .join(' ');

const question = (change: Partial<Question>): Question => ({
  documentId: 'd',
  agency: 'sandbox',
  kind: 'take-back',
  at: SENT,
  words: '',
  ...change,
});

describe('the sandbox', () => {
  it.each([
    ['V/v thử kết nối', '01 03 04 05 06'],
    ['V/v thử #02', '01 02'],
    ['V/v thử #020', '01 03 04 05 06'],
    ['V/v thử #15', '01 03 04 05'],
    ['V/v thử #16', '01 03 04 05'],
  ])('answers %j with %s', (subject, statuses) => {
    expect(said(subject)).toBe(statuses);
  });

  it('is done within five seconds', () => {
    const times = sandboxAnswers({ subject: 'a', at: SENT }).map(({ at }) => at - SENT);
    expect(times).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
  });

  it.each<[string, Partial<Question>, string]>([
    ['a take-back', {}, '15'],
    ['a take-back that asks for a no', { words: 'gửi nhầm #16' }, '16'],
    ['an update that asks for a yes', { kind: 'update', words: '#15' }, '15'],
    ['an update of a document that asks for a no', { kind: 'update', words: 'V/v #16' }, '16'],
    ['a revocation, whatever it asks for', { kind: 'revocation', words: '#16' }, '15'],
  ])('answers %s', (_, change, status) => {
    expect(sandboxDecision(question(change)).status).toBe(status);
  });

  it('says the present where time is real', () => {
    expect(sandboxAnswers({ subject: 'a', at: SENT, readAt: 5 }).map(({ at }) => at)).toEqual([
      5, 5, 5, 5, 5,
    ]);
    expect(sandboxDecision(question({ readAt: 5 })).at).toBe(5);
  });
});
