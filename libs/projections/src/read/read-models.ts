import { type Redis } from 'ioredis';
import { projections } from '../projections/all.js';
import { documents } from '../projections/documents.js';
import { background } from '../projections/background.js';
import { figures } from '../projections/figures/figures.js';
import { inbox } from '../projections/inbox.js';
import { readerConnection, subscriberConnection } from '../redis.js';
import { Advances, type AdvanceListener } from './advances.js';
import { ReadModelsBehind } from './errors.js';
import {
  type InboxEntry,
  type InboxQuery,
  type Page,
  readInbox,
  readStatuses,
  type StatusEntry,
} from './inbox-reader.js';
import { readCounters, readParkedCount } from './figures/counters.js';
import { type Flow, flowIn, type FlowQuery, flowScopes } from './figures/flow.js';
import { type Metrics, metricsIn, type MetricsQuery, metricsScope } from './figures/metrics.js';
import { History } from './past/history.js';
import { type Horizon } from './past/horizon.js';
import { type LogReader } from '../runtime/build.js';
import { Rebuilds } from './rebuilds.js';
import { type Found, searchDocuments } from './search/search.js';
import { type SearchQuery } from './search/search-query.js';
import { type MetricsVerified, verifyMetrics } from '../verify/verify-metrics.js';
import { Snapshot } from './snapshot.js';
import { type DocumentTrace, readDocumentsByHeaderId, readTrace } from './trace-reader.js';

/** Advances that were not heard, because nobody repeats them, are noticed after this long. */
const LOOK_AGAIN_MS = 250;

export interface ReadModelsOptions {
  readonly redisUrl: string;
  readonly tenant: string;
}

/**
 * What the projections of a tenant know.
 *
 * Every question throws {@link ReadModelsUnavailable} when Redis is away, and {@link ReadModelsBehind} while what it
 * asks is being built anew.
 */
export class ReadModels {
  private readonly redis: Redis;
  private readonly advances: Advances;
  private readonly everyProjection: readonly Snapshot[];
  private readonly snapshots;
  /** Building read models anew. */
  readonly rebuilds: Rebuilds;

  constructor({ redisUrl, tenant }: ReadModelsOptions) {
    this.redis = readerConnection(redisUrl);
    this.advances = new Advances(subscriberConnection(redisUrl), tenant);
    this.rebuilds = new Rebuilds(this.redis, tenant);
    this.everyProjection = projections.map((each) => new Snapshot(this.redis, tenant, each));
    this.snapshots = {
      documents: new Snapshot(this.redis, tenant, documents),
      background: new Snapshot(this.redis, tenant, background),
      figures: new Snapshot(this.redis, tenant, figures),
      inbox: new Snapshot(this.redis, tenant, inbox),
    };
  }

  /** The sequence that every projection has reached; 0 when Redis holds none. */
  async position(): Promise<number> {
    const positions = this.everyProjection.map((snapshot) => snapshot.position());
    return Math.min(...(await Promise.all(positions)));
  }

  /**
   * Resolves when every projection has reached `sequence`.
   *
   * @throws {ReadModelsBehind} when they have not within `timeoutMs`
   */
  async waitFor(sequence: number, timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    const expected = this.advances.expect(sequence);
    try {
      for (;;) {
        const position = await this.position();
        if (position >= sequence) return;
        const left = deadline - performance.now();
        if (left <= 0) throw new ReadModelsBehind(position, sequence);
        await expected.within(Math.min(left, LOOK_AGAIN_MS));
      }
    } finally {
      expected.stop();
    }
  }

  /**
   * Calls `listener` whenever read models have moved on. To miss nothing, listen first and read then.
   *
   * @returns what ends it
   */
  onAdvance(listener: AdvanceListener): () => void {
    return this.advances.listen(listener);
  }

  /** @throws {InvalidCursor} */
  inbox(query: InboxQuery): Promise<Page<InboxEntry>> {
    return readInbox(this.snapshots.inbox, query);
  }

  /**
   * What became of the documents that these agencies sent.
   *
   * @throws {InvalidCursor}
   */
  statuses(query: InboxQuery): Promise<Page<StatusEntry>> {
    return readStatuses(this.snapshots.inbox, query);
  }

  /** @param horizon how much is looked at; everything when absent */
  trace(documentId: string, horizon?: Horizon): Promise<DocumentTrace | undefined> {
    return readTrace(this.snapshots.documents, documentId, horizon);
  }

  documentsByHeaderId(headerDocumentId: string): Promise<readonly string[]> {
    return readDocumentsByHeaderId(this.snapshots.documents, headerDocumentId);
  }

  /**
   * Documents that fit every condition, the newest first.
   *
   * @throws {InvalidCursor}
   */
  search(query: SearchQuery): Promise<Found> {
    return searchDocuments(this.snapshots.documents, query);
  }

  async metrics(query: MetricsQuery): Promise<Metrics> {
    const scopes = [metricsScope(query)];
    const { sequence, stale, counters } = await readCounters(this.snapshots.figures, { scopes });
    return { asOfSequence: sequence, stale, ...metricsIn(counters, query) };
  }

  async flow(query: FlowQuery): Promise<Flow> {
    const asked = { scopes: flowScopes(query), to: query.to };
    const { sequence, stale, counters } = await readCounters(this.snapshots.figures, asked);
    return { asOfSequence: sequence, stale, ...flowIn(counters, query) };
  }

  /** The same questions of what was known earlier; for them the log is read again. */
  history(log: LogReader): History {
    return new History({ ...this.snapshots, log });
  }

  /**
   * Counts all figures once more, from the log and with other code, and compares.
   *
   * @param until a sequence that the read models have reached
   */
  verifyMetrics(log: LogReader, until: number, signal: AbortSignal): Promise<MetricsVerified> {
    return verifyMetrics({ figures: this.snapshots.figures, log, until, signal });
  }

  /** Messages that could not be handled and wait. */
  parkedCount(): Promise<number> {
    return readParkedCount(this.snapshots.figures);
  }

  close(): void {
    this.advances.close();
    this.redis.disconnect();
  }
}
