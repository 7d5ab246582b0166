import { type Redis } from 'ioredis';
import { z } from 'zod';
import { advanceChannel } from '../keys.js';
import { projections } from '../projections/all.js';

/** Read models have moved on. */
export interface Advance {
  /** What all of them have reached, as far as it was heard. */
  readonly sequence: number;
  /** Agencies whose inbox has new entries. */
  readonly inboxes: readonly string[];
  /** Agencies that have new statuses of what they sent. */
  readonly statuses: readonly string[];
}

export type AdvanceListener = (advance: Advance) => void;

const message = z.object({
  projection: z.string(),
  sequence: z.number(),
  streams: z.array(z.string()),
});

/** Hears how far the projections of a tenant have come. What is published while nobody listens is not repeated. */
export class Advances {
  private readonly heard = new Map<string, number>();
  private readonly listeners = new Set<AdvanceListener>();

  constructor(
    private readonly subscriber: Redis,
    tenant: string,
  ) {
    subscriber.on('message', (_channel: string, text: string) => {
      this.hear(message.parse(JSON.parse(text)));
    });
    subscriber.subscribe(advanceChannel(tenant)).catch(() => undefined);
  }

  /** @returns what ends the listening */
  listen(listener: AdvanceListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Begins to listen for an advance to `sequence`. */
  expect(sequence: number): Expectation {
    return new Expectation(this, sequence);
  }

  close(): void {
    this.subscriber.disconnect();
  }

  private position(): number {
    return Math.min(...projections.map(({ name }) => this.heard.get(name) ?? 0));
  }

  private hear({ projection, sequence, streams }: z.infer<typeof message>): void {
    this.heard.set(projection, sequence);
    const advance = {
      sequence: this.position(),
      inboxes: named('inbox:', streams),
      statuses: named('status:', streams),
    };
    for (const listener of this.listeners) listener(advance);
  }
}

/** Notices an advance also while nobody waits for it, and tells of it once. */
export class Expectation {
  private noticed = false;
  private wake = (): void => undefined;
  private readonly end: () => void;

  constructor(advances: Advances, sequence: number) {
    this.end = advances.listen((advance) => {
      if (advance.sequence < sequence) return;
      this.noticed = true;
      this.wake();
    });
  }

  /** Resolves when the advance was noticed, and after `timeoutMs` at the latest. */
  async within(timeoutMs: number): Promise<void> {
    if (!this.noticed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.noticed = false;
  }

  stop(): void {
    this.end();
  }
}

const named = (prefix: string, streams: readonly string[]): readonly string[] =>
  streams
    .filter((stream) => stream.startsWith(prefix))
    .map((stream) => stream.slice(prefix.length));
