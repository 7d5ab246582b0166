import { describe, expect, it } from '@jest/globals';
import { type Decider, Refusal } from '@lienthong/kernel';
import { specify } from './specify.js';

class NothingLeft extends Refusal {}
class SomethingElse extends Refusal {}

const jar: Decider<number, 'take' | 'look', 'taken' | 'broken'> = {
  initial: 2,
  decide: (command, left) => {
    if (command === 'look') return [];
    if (left === 0) throw new NothingLeft('the jar is empty');
    return left === 1 ? ['broken'] : ['taken'];
  },
  evolve: (left, event) => {
    if (event === 'broken') throw new Error('no state for this event');
    return left - 1;
  },
};

const given = specify(jar);

describe('a specification', () => {
  it('passes when the rules decide as it says', () => {
    given().when('take').then('taken');
    given('taken').when('look').thenNothing();
    given('taken', 'taken').when('take').thenRefused(NothingLeft);
  });

  it('fails when other events come, or none, or too many', () => {
    expect(() => {
      given().when('take').then('broken');
    }).toThrow();
    expect(() => {
      given().when('look').then('taken');
    }).toThrow();
    expect(() => {
      given().when('take').thenNothing();
    }).toThrow();
  });

  it('fails when nothing is refused, or for another reason', () => {
    expect(() => {
      given().when('take').thenRefused(NothingLeft);
    }).toThrow();
    expect(() => {
      given('taken', 'taken').when('take').thenRefused(SomethingElse);
    }).toThrow();
  });

  it('fails when the state cannot take in what was decided', () => {
    expect(() => {
      given('taken').when('take').then('broken');
    }).toThrow('no state for this event');
  });
});
