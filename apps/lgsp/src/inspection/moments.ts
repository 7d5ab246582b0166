import { type Instant, instant, isInstant } from '@lienthong/kernel';
import { EventStore } from '@lienthong/event-store';
import { History, ReadModels } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { InvalidField } from '../http/http.errors.js';
import { type Query, textIn } from '../http/page.query.js';

/** A moment to look back to: what had been recorded by then, or up to a place in the log. */
export type Moment = { readonly at: Instant } | { readonly sequence: number };

const CAUGHT_UP_WITHIN_MS = 5_000;
const CURSOR = /^\d{1,15}$/;

/**
 * The moment that `asOf` names: an RFC 3339 time, or a cursor of the tail.
 *
 * @throws {InvalidField}
 */
export const momentIn = (query: Query): Moment | undefined => {
  const text = textIn(query, 'asOf');
  if (text === undefined) return undefined;
  if (CURSOR.test(text)) return { sequence: Number(text) };
  if (isInstant(text)) return { at: instant(text) };
  throw new InvalidField([
    { pointer: 'asOf', message: 'must be an RFC 3339 date-time or a cursor of the events' },
  ]);
};

/** Looking back: which part of the log was there at a moment. */
@Injectable()
export class Moments {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly history: History,
  ) {}

  /**
   * The end of the log, once the read models have come there.
   *
   * @throws {ReadModelsBehind}
   */
  async present(): Promise<number> {
    return this.known(await this.store.lastSequence());
  }

  /**
   * The last sequence that had been recorded, once the read models know of it. The future is taken for the present.
   *
   * @throws {ReadModelsBehind}
   */
  async sequenceAt(moment: Moment, signal: AbortSignal): Promise<number> {
    const last = await this.store.lastSequence();
    if ('sequence' in moment) return this.known(Math.min(moment.sequence, last));
    await this.known(last);
    return this.history.sequenceAt(moment.at, signal);
  }

  private async known(sequence: number): Promise<number> {
    await this.readModels.waitFor(sequence, CAUGHT_UP_WITHIN_MS);
    return sequence;
  }
}
