import { describe, expect, it } from '@jest/globals';
import { deliveryCommand, documentCommand, historyOf } from '@lienthong/testing';
import fc from 'fast-check';
import { type AggregateType, deliveryAggregate, documentAggregate } from './aggregates.js';
import { type Message } from './codecs/codec.js';

const describeState = <S, C extends Message, E extends Message>(
  { category, decider, state: codec }: AggregateType<S, C, E>,
  command: fc.Arbitrary<C>,
): void => {
  it(`is kept for the category ${category}, whatever was commanded`, () => {
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 12 }), (commands) => {
        for (const { before, after } of historyOf(decider, commands)) {
          for (const state of [before, after]) {
            const kept: unknown = JSON.parse(JSON.stringify(codec?.encode(state)));
            expect(codec?.decode(kept)).toStrictEqual(state);
            seen.add(JSON.stringify(kept));
          }
        }
      }),
      { seed: 5, numRuns: 100 },
    );
    expect(seen.size).toBeGreaterThan(1);
  });
};

describe('the state of an aggregate', () => {
  describeState(documentAggregate, documentCommand);
  describeState(deliveryAggregate, deliveryCommand);

  it.each([
    null,
    {},
    { status: 'lost' },
    { status: 'sent' },
    { status: 'unrouted', document: 'abc' },
  ])('is not taken from %j', (json) => {
    expect(() => deliveryAggregate.state?.decode(json)).toThrow();
    expect(() => documentAggregate.state?.decode(json)).toThrow();
  });
});
