import {
  dayAfter,
  type Instant,
  instant,
  isInstant,
  isLocalDate,
  localDate,
  type LocalDate,
  startOf,
} from '@lienthong/kernel';
import { EventStore } from '@lienthong/event-store';
import { History, type Horizon, ReadModels } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { InvalidField } from '../http/http.errors.js';
import { type Query, textIn } from '../http/page.query.js';
import { Tenant } from '../tenant.js';

/** A moment to look back to: what had been recorded by then, or up to a place in the log. */
export type Moment = { readonly at: Instant } | { readonly sequence: number };

const CAUGHT_UP_WITHIN_MS = 5_000;
const CURSOR = /^\d{1,15}$/;

/**
 * The moment that `asOf` names: an RFC 3339 time, a day up to its end in Vietnam, or a cursor of the tail.
 *
 * @throws {InvalidField}
 */
export const momentIn = (query: Query): Moment | undefined => {
  const text = textIn(query, 'asOf');
  if (text === undefined) return undefined;
  if (CURSOR.test(text)) return { sequence: Number(text) };
  if (isInstant(text)) return { at: instant(text) };
  if (isLocalDate(text)) return { at: startOf(dayAfter(text)) - 1 };
  throw new InvalidField([
    {
      pointer: 'asOf',
      message: 'must be an RFC 3339 date-time, a day (yyyy-MM-dd) or a cursor of the events',
    },
  ]);
};

/** Looking back: which part of the log was there at a moment. */
@Injectable()
export class Moments {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly history: History,
    private readonly tenant: Tenant,
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
   * What had been recorded by then, once the read models know of it. The future is taken for the present. On a scenario,
   * a time before anything was recorded is one of the scenario: what had happened by then.
   *
   * @throws {ReadModelsBehind}
   */
  async horizonAt(moment: Moment, signal: AbortSignal): Promise<Horizon> {
    const last = await this.store.lastSequence();
    if ('sequence' in moment) {
      return { sequence: await this.known(Math.min(moment.sequence, last)) };
    }
    await this.known(last);
    const { at } = moment;
    const sequence = await this.history.sequenceAt(at, signal);
    const isOfScenario = sequence === 0 && this.tenant.clock.kind === 'scenario';
    return isOfScenario ? { sequence: last, happenedBy: at } : { sequence };
  }

  /**
   * The day at whose end it is asked what stands then, such as what is overdue: that of the moment, where the tenant's
   * clock was ever there.
   *
   * @param today of the tenant
   */
  dayOf(moment: Moment, { happenedBy }: Horizon, today: LocalDate): LocalDate {
    if (happenedBy !== undefined) return localDate(happenedBy);
    if ('sequence' in moment || this.tenant.clock.kind === 'scenario') return today;
    const day = localDate(moment.at);
    return day < today ? day : today;
  }

  private async known(sequence: number): Promise<number> {
    await this.readModels.waitFor(sequence, CAUGHT_UP_WITHIN_MS);
    return sequence;
  }
}
