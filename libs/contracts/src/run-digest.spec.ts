import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import fc from 'fast-check';
import { deliveryEvents } from './codecs/delivery.js';
import { documentEvents } from './codecs/document.js';
import { systemEvents } from './codecs/system.js';
import { type DigestedMessage, digestOfRun } from './run-digest.js';
import { subjectOf } from './subjects.js';

const at = instant('2020-03-02T07:30:00+07:00');

const sent = (document: string, version: number): DigestedMessage => ({
  subject: subjectOf('H39', 'delivery', `so-tttt.${document}`),
  version,
  type: deliveryEvents.typeOf('DeliverySent'),
  at,
  data: Uint8Array.of(version),
});

const run = ['a', 'b', 'c'].flatMap((document) => [1, 2, 10].map((v) => sent(document, v)));

const keyIssued: DigestedMessage = {
  subject: subjectOf('H39', 'system', 'ioffice'),
  version: 2,
  type: systemEvents.typeOf('SystemKeyIssued'),
  at,
  data: Uint8Array.of(1),
};

describe('the digest of a run', () => {
  it('is 64 hexadecimal digits and does not change with the program', () => {
    expect(digestOfRun([sent('a', 1)])).toBe(
      '6c1d12af268c26fc7f9a4c7bb379d0a7c7a283c8674b815e331e05fb616c8952',
    );
  });

  it('is the same in whatever order the aggregates were written', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(run, { minLength: run.length }), (shuffled) => {
        expect(digestOfRun(shuffled)).toBe(digestOfRun(run));
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  it('does not see what is made by chance', () => {
    expect(digestOfRun([...run, keyIssued])).toBe(digestOfRun(run));
    const keptInMind = { ...keyIssued, type: systemEvents.typeOf('SystemConnected') };
    expect(digestOfRun([...run, keptInMind])).not.toBe(digestOfRun(run));
  });

  it('sees an event that is missing or there twice', () => {
    expect(digestOfRun(run.slice(1))).not.toBe(digestOfRun(run));
    expect(digestOfRun([...run, sent('a', 1)])).not.toBe(digestOfRun(run));
    expect(digestOfRun([])).not.toBe(digestOfRun(run));
  });

  it.each<Partial<DigestedMessage>>([
    { subject: subjectOf('H39', 'delivery', 'so-tttt.z') },
    { version: 11 },
    { type: documentEvents.typeOf('DocumentIssued') },
    { at: at + 1 },
    { data: Uint8Array.of(1, 0) },
    { data: new Uint8Array() },
  ])('sees another %j', (change) => {
    expect(digestOfRun([{ ...sent('a', 1), ...change }])).not.toBe(digestOfRun([sent('a', 1)]));
  });

  it('does not see what the log alone adds', () => {
    const recorded = { ...sent('a', 1), sequence: 7, recordedAt: at + 5, id: 'w1-1' };
    expect(digestOfRun([recorded])).toBe(digestOfRun([sent('a', 1)]));
  });
});
