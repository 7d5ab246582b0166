import { RunDigest } from '@lienthong/contracts';
import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';

export interface RunDigestAnswer {
  readonly digest: string;
  readonly events: number;
  readonly lastSequence: number;
}

/** Reads the whole log and digests it; for scenarios and tests, whose logs are small. */
@Injectable()
export class RunDigestService {
  constructor(private readonly store: EventStore) {}

  async of(): Promise<RunDigestAnswer> {
    const lastSequence = await this.store.lastSequence();
    const digest = new RunDigest();
    let events = 0;
    if (lastSequence > 0) {
      await this.store.read({
        from: 1,
        until: lastSequence,
        signal: new AbortController().signal,
        onMessages: (batch) => {
          for (const message of batch) digest.take(message);
          events += batch.length;
          return Promise.resolve();
        },
      });
    }
    return { digest: digest.text(), events, lastSequence };
  }
}
