import { type Decider, Refusal } from '@lienthong/kernel';

/** One command that was not refused. */
export interface Step<State, Command, Event> {
  readonly command: Command;
  readonly before: State;
  readonly events: readonly Event[];
  readonly after: State;
}

/** What an aggregate made of `commands`, one after the other; a refused one leaves no step. */
export const historyOf = <State, Command, Event>(
  decider: Decider<State, Command, Event>,
  commands: Iterable<Command>,
): readonly Step<State, Command, Event>[] => {
  const steps: Step<State, Command, Event>[] = [];
  let state = decider.initial;
  for (const command of commands) {
    const events = unlessRefused(() => decider.decide(command, state));
    if (events === undefined) continue;
    const after = events.reduce((known, event) => decider.evolve(known, event), state);
    steps.push({ command, before: state, events, after });
    state = after;
  }
  return steps;
};

const unlessRefused = <T>(decide: () => T): T | undefined => {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};
