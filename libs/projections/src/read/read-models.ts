import { type Redis } from 'ioredis';
import { projections } from '../projections/all.js';
import { documents } from '../projections/documents.js';
import { exchanged } from '../projections/exchanged.js';
import { flow } from '../projections/flow.js';
import { inbox } from '../projections/inbox.js';
import { readerConnection, subscriberConnection } from '../redis.js';
import { Advances, type AdvanceListener } from './advances.js';
import { ReadModelsBehind } from './errors.js';
import { type Flow, type FlowQuery, readFlow } from './flow-reader.js';
import {
  type InboxEntry,
  type InboxQuery,
  type Page,
  readInbox,
  readStatuses,
  type StatusEntry,
} from './inbox-reader.js';
import { type IndicatorQuery, type Indicators, readIndicators } from './indicators.js';
import { Rebuilds } from './rebuilds.js';
import { Snapshot } from './snapshot.js';
import {
  type DocumentTrace,
  readDocumentsByHeaderId,
  readParkedCount,
  readTrace,
} from './trace-reader.js';

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
      exchanged: new Snapshot(this.redis, tenant, exchanged),
      flow: new Snapshot(this.redis, tenant, flow),
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

  trace(documentId: string): Promise<DocumentTrace | undefined> {
    return readTrace(this.snapshots.documents, documentId);
  }

  documentsByHeaderId(headerDocumentId: string): Promise<readonly string[]> {
    return readDocumentsByHeaderId(this.snapshots.documents, headerDocumentId);
  }

  indicators(query: IndicatorQuery): Promise<Indicators> {
    return readIndicators(this.snapshots.exchanged, query);
  }

  flow(query: FlowQuery): Promise<Flow> {
    return readFlow(this.snapshots.flow, query);
  }

  /** Messages that could not be handled and wait. */
  parkedCount(): Promise<number> {
    return readParkedCount(this.snapshots.documents);
  }

  close(): void {
    this.advances.close();
    this.redis.disconnect();
  }
}
