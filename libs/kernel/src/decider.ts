/**
 * The rules of one aggregate, free of I/O, clocks and chance.
 *
 * `decide` answers a repeated command with no events and refuses an impossible one by throwing a {@link Refusal}.
 * `evolve` accepts every event that `decide` ever returned.
 */
export interface Decider<State, Command, Event> {
  readonly initial: State;
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** The state that `events`, in order, lead to. */
export const fold = <State, Event>(
  decider: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>,
  events: Iterable<Event>,
  from: State = decider.initial,
): State => {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
