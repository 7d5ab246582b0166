import { type Decider, type Instant } from '@lienthong/kernel';

/** Something that came in and could not be handled; it waits here, whole, and stops nobody else. */
export type Parked = { readonly status: 'unknown' } | { readonly status: 'waiting' };

export interface ParkMessage {
  readonly type: 'ParkMessage';
  /** Who handed it over, such as `axis`. */
  readonly source: string;
  /** The problem type that handling it ended in. */
  readonly problem: string;
  readonly detail: string;
  /** The bytes as received, in the object store. */
  readonly content: { readonly digest: string; readonly mediaType: string };
  readonly at: Instant;
}

export type ParkedCommand = ParkMessage;

export type ParkedEvent = Omit<ParkMessage, 'type'> & { readonly type: 'MessageParked' };

export const parked: Decider<Parked, ParkedCommand, ParkedEvent> = {
  initial: { status: 'unknown' },
  decide: (command, state) =>
    state.status === 'waiting' ? [] : [{ ...command, type: 'MessageParked' }],
  evolve: () => ({ status: 'waiting' }),
};
