import { describe, expect, it } from '@jest/globals';
import { type Decider } from '@lienthong/kernel';
import fc from 'fast-check';
import { expectLaws } from './laws.js';

const doorbell = (isAnswered: (rung: number) => boolean): Decider<number, 'ring', 'rang'> => ({
  initial: 0,
  decide: (_command, rung) => (isAnswered(rung) ? [] : ['rang']),
  evolve: (rung) => rung + 1,
});

describe('the laws of a decider', () => {
  it('hold where a repetition changes nothing', () => {
    expectLaws(
      doorbell((rung) => rung > 0),
      fc.constant('ring'),
    );
  });

  it('are broken by a command that has its effect twice', () => {
    expect(() => {
      expectLaws(
        doorbell(() => false),
        fc.constant('ring'),
      );
    }).toThrow(/Property failed/);
  });

  it('are broken by a repetition that is noticed only later', () => {
    expect(() => {
      expectLaws(
        doorbell((rung) => rung > 1),
        fc.constant('ring'),
      );
    }).toThrow(/Property failed/);
  });

  it('are broken by an event that the state cannot take in', () => {
    const decider = doorbell(() => false);
    const evolve = () => {
      throw new Error('never heard of it');
    };
    expect(() => {
      expectLaws({ ...decider, evolve }, fc.constant('ring'));
    }).toThrow(/Property failed/);
  });
});
