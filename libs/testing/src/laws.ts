import { expect } from '@jest/globals';
import { type Decider } from '@lienthong/kernel';
import fc from 'fast-check';
import { historyOf } from './history.js';

const LONGEST_HISTORY = 12;

/**
 * Whatever was commanded before: a command that is repeated at once yields nothing, and `evolve` takes every event in.
 *
 * @throws when some sequence of `commands` breaks one of the laws; the smallest one is named
 */
export const expectLaws = <State, Command, Event>(
  decider: Decider<State, Command, Event>,
  commands: fc.Arbitrary<Command>,
): void => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: LONGEST_HISTORY }), (sequence) => {
      for (const { command, after } of historyOf(decider, sequence)) {
        expect(decider.decide(command, after)).toStrictEqual([]);
      }
    }),
    { seed: 766, numRuns: 300 },
  );
};
