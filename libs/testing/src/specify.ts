import { expect } from '@jest/globals';
import { type Decider, type Refusal, fold } from '@lienthong/kernel';

type RefusalClass = abstract new (...details: never[]) => Refusal;

interface Outcome<Event> {
  /** Exactly these events, in this order; and the state takes them in. */
  then(...events: readonly Event[]): void;
  thenNothing(): void;
  thenRefused(refusal: RefusalClass): void;
}

interface Situation<Command, Event> {
  when(command: Command): Outcome<Event>;
}

/** `specify(delivery)` gives `given(...events).when(command).then(...events)`. */
export const specify =
  <State, Command, Event>(decider: Decider<State, Command, Event>) =>
  (...history: readonly Event[]): Situation<Command, Event> => ({
    when: (command) => {
      const state = fold(decider, history);
      const decide = () => decider.decide(command, state);
      const expectEvents = (expected: readonly Event[]) => {
        const events = decide();
        expect(events).toStrictEqual(expected);
        fold(decider, events, state);
      };
      return {
        then: (...events) => {
          expectEvents(events);
        },
        thenNothing: () => {
          expectEvents([]);
        },
        thenRefused: (refusal) => {
          expect(decide).toThrow(refusal);
        },
      };
    },
  });
