import { type AggregateType, fromNatsHeaders, parseSubject, subjectOf } from '@lienthong/contracts';
import { type Loaded, type Message, type StateRow } from './event-store.js';
import { AggregateUnreadable } from './event-store.errors.js';
import { type StoredEvent } from './wire/log-lookup.js';

/** An aggregate as this instance knows it. */
export interface Entry<S> extends Loaded<S> {
  /** The epoch of the lease in which this was the newest state; nobody else can have written while it lasts. */
  readonly confirmedIn: number | undefined;
}

/** What is assumed of an aggregate of which nothing is known: that it is new. The expectation finds out. */
export const newEntry = <S>(state: S): Entry<S> => ({
  state,
  version: 0,
  firstSequence: 0,
  lastSequence: 0,
  confirmedIn: undefined,
});

/** Nothing when the row cannot be used. */
export const entryOfRow = <S, C extends Message, E extends Message>(
  aggregate: AggregateType<S, C, E>,
  row: StateRow | undefined,
): Entry<S> | undefined => {
  if (row === undefined || aggregate.state === undefined) return undefined;
  if (row.reducer !== aggregate.reducer) return undefined;
  const { version, firstSequence, lastSequence } = row;
  const state = decoded(aggregate.state, row.state);
  return state && { ...state, version, firstSequence, lastSequence, confirmedIn: undefined };
};

/**
 * The entry after the events that follow it in its chain.
 *
 * @throws {AggregateUnreadable} naming the first that cannot be read, or that the state does not go on from
 */
export const entryAfter = <S, C extends Message, E extends Message>(
  aggregate: AggregateType<S, C, E>,
  entry: Entry<S>,
  later: readonly StoredEvent[],
): Entry<S> =>
  later.reduce<Entry<S>>(
    (known, event) => ({
      ...known,
      state: stateAfter(aggregate, known.state, event),
      version: event.version,
      firstSequence: known.firstSequence === 0 ? event.sequence : known.firstSequence,
      lastSequence: event.sequence,
    }),
    entry,
  );

const stateAfter = <S, C extends Message, E extends Message>(
  { decider, events }: AggregateType<S, C, E>,
  state: S,
  { subject, sequence, header, data }: StoredEvent,
): S => {
  try {
    const { tenant, category, id } = parseSubject(subject);
    const { type, at } = fromNatsHeaders(header, subjectOf(tenant, category, id));
    return decider.evolve(state, events.decode(type, data, at));
  } catch (error) {
    throw new AggregateUnreadable(subject, sequence, { cause: error });
  }
};

/** A state that cannot be read any more is as good as none: the chain leads to the same. */
const decoded = <S>(
  codec: { decode(json: unknown): S },
  json: unknown,
): { readonly state: S } | undefined => {
  try {
    return { state: codec.decode(json) };
  } catch {
    return undefined;
  }
};
