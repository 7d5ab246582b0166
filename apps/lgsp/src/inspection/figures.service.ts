import { type Recorded } from '@lienthong/contracts';
import { EventStore } from '@lienthong/event-store';
import {
  type ExplainQuery,
  type Flow,
  type FlowQuery,
  History,
  type Metrics,
  type MetricsQuery,
  ReadModels,
} from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { type Moment, Moments } from './moments.js';

/** What is counted, now or as it was known at a moment. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly readModels: ReadModels,
    private readonly history: History,
    private readonly moments: Moments,
    private readonly store: EventStore,
  ) {}

  async metrics(query: MetricsQuery, moment: Moment | undefined): Promise<Metrics> {
    if (moment === undefined) return this.readModels.metrics(query);
    const { signal } = new AbortController();
    const horizon = await this.moments.horizonAt(moment, signal);
    const today = this.moments.dayOf(moment, horizon, query.today);
    return this.history.metrics({ ...query, today }, horizon, signal);
  }

  async flow(query: FlowQuery, moment: Moment | undefined): Promise<Flow> {
    if (moment === undefined) return this.readModels.flow(query);
    const { signal } = new AbortController();
    return this.history.flow(query, await this.moments.horizonAt(moment, signal), signal);
  }

  /**
   * Shows the events behind a number until all were shown or `signal` aborts.
   *
   * @throws {IndicatorUnknown}
   */
  async explain(
    query: ExplainQuery,
    moment: Moment | undefined,
    showing: { readonly signal: AbortSignal; readonly show: (event: Recorded) => Promise<void> },
  ): Promise<void> {
    const at = moment ?? { sequence: await this.store.lastSequence() };
    const horizon = await this.moments.horizonAt(at, showing.signal);
    const today = this.moments.dayOf(at, horizon, query.today);
    await this.history.explain({ ...query, today }, horizon, showing);
  }
}
