import { type Instant } from '@lienthong/kernel';

/** How much of the log is looked at. */
export interface Horizon {
  /** The last sequence. */
  readonly sequence: number;
  /** On a scenario, where time is data: of that, what had happened by then. All of it when absent. */
  readonly happenedBy?: Instant;
}

export const EVERYTHING: Horizon = { sequence: Number.POSITIVE_INFINITY };

/** @param event its place in the log, and its business time */
export const isWithin = (
  { sequence, happenedBy = Number.POSITIVE_INFINITY }: Horizon,
  event: { readonly sequence: number; readonly at: Instant },
): boolean => event.sequence <= sequence && event.at <= happenedBy;
