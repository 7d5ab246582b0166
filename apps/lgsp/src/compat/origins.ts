import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';

/** Finds what an event in the log was about. */
@Injectable()
export class Origins {
  constructor(private readonly store: EventStore) {}

  /** The document whose event stands there; nothing when there is none. */
  async documentAt(sequence: number): Promise<string | undefined> {
    if (sequence < 1 || sequence > (await this.store.lastSequence())) return undefined;
    let document: string | undefined;
    const { signal } = new AbortController();
    await this.store.read({
      from: sequence,
      until: sequence,
      signal,
      onMessages: (batch) => {
        for (const { category, aggregateId } of batch) {
          if (category === 'document') document = aggregateId;
        }
        return Promise.resolve();
      },
    });
    return document;
  }
}
