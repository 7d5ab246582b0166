import {
  type AggregateType,
  type EventEnvelope,
  fromNatsHeaders,
  parseSubject,
} from '@lienthong/contracts';
import { type Loaded, type Message, type StateRow } from './event-store.js';
import { AggregateUnreadable, LogDamaged } from './event-store.errors.js';
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
 * @throws {LogDamaged} when one of them is no event
 * @throws {AggregateUnreadable} when one of them cannot be decoded
 */
export const entryAfter = <S, C extends Message, E extends Message>(
  aggregate: AggregateType<S, C, E>,
  entry: Entry<S>,
  later: readonly StoredEvent[],
): Entry<S> =>
  later.reduce<Entry<S>>(
    (known, event) => ({
      ...known,
      state: aggregate.decider.evolve(known.state, decodeStored(aggregate, event)),
      version: event.version,
      firstSequence: known.firstSequence === 0 ? event.sequence : known.firstSequence,
      lastSequence: event.sequence,
    }),
    entry,
  );

/**
 * @throws {LogDamaged} when it is no event
 * @throws {AggregateUnreadable} when the event cannot be decoded
 */
const decodeStored = <S, C extends Message, E extends Message>(
  aggregate: AggregateType<S, C, E>,
  stored: StoredEvent,
): E => {
  const { type, at } = envelopeOf(stored);
  try {
    return aggregate.events.decode(type, stored.data, at);
  } catch (error) {
    throw new AggregateUnreadable(stored.subject, stored.sequence, { cause: error });
  }
};

const envelopeOf = ({ subject, sequence, header }: StoredEvent): EventEnvelope => {
  try {
    return fromNatsHeaders(header, parseSubject(subject).subject);
  } catch (error) {
    throw new LogDamaged(`what stands at ${String(sequence)} is no event`, { cause: error });
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
