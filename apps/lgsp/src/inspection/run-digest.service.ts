import { digestOfRun, type RecordedMessage } from '@lienthong/contracts';
import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';

export interface RunDigestAnswer {
  readonly digest: string;
  readonly events: number;
  readonly lastSequence: number;
}

/** Reads the whole log and digests it; for scenarios and tests, whose logs are small. */
@Injectable()
export class RunDigest {
  constructor(private readonly store: EventStore) {}

  async of(): Promise<RunDigestAnswer> {
    const lastSequence = await this.store.lastSequence();
    const messages: RecordedMessage[] = [];
    if (lastSequence > 0) {
      await this.store.read({
        from: 1,
        until: lastSequence,
        signal: new AbortController().signal,
        onMessages: (batch) => {
          messages.push(...batch);
          return Promise.resolve();
        },
      });
    }
    return { digest: digestOfRun(messages), events: messages.length, lastSequence };
  }
}
