import { RunDigest } from '@lienthong/contracts';
import {
  type ChainDifference,
  Chains,
  EventStore,
  LogDamaged,
  type ObjectDifference,
  verifyObjects,
} from '@lienthong/event-store';
import { type MetricsDifference, ReadModels } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { Moments } from './moments.js';

/** What was compared, and all that is not as it has to be. */
export interface Verified<Difference> {
  readonly ok: boolean;
  readonly checked: number;
  readonly differences: readonly Difference[];
}

export interface MetricsVerification extends Verified<MetricsDifference> {
  readonly asOfSequence: number;
}

export type LogDifference =
  | ChainDifference
  | ObjectDifference
  /** The log cannot be read on. */
  | { readonly finding: 'log-damaged'; readonly detail: string };

export interface LogVerification extends Verified<LogDifference> {
  /** Events and objects that were read; `checked` is their sum. */
  readonly events: number;
  readonly objects: number;
  /** Of the objects. */
  readonly bytes: number;
  /** Of the run, as far as the log could be read. */
  readonly digest: string;
}

/** Whether the figures are what the log says, and whether the log is whole. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly moments: Moments,
  ) {}

  /** @throws {ReadModelsBehind} */
  async metrics(signal: AbortSignal): Promise<MetricsVerification> {
    const until = await this.moments.present();
    const verified = await this.readModels.verifyMetrics(this.store, until, signal);
    return { ok: verified.differences.length === 0, ...verified };
  }

  async log(signal: AbortSignal): Promise<LogVerification> {
    const events = await this.events(signal);
    const objects = await undamaged(() => verifyObjects(this.store, signal), NO_OBJECTS);
    const differences = [...events.differences, ...objects.differences];
    return {
      ok: differences.length === 0,
      checked: events.checked + objects.checked,
      differences,
      events: events.checked,
      objects: objects.checked,
      bytes: objects.bytes,
      digest: events.digest,
    };
  }

  private async events(signal: AbortSignal): Promise<EventsVerified> {
    const chains = new Chains();
    const digest = new RunDigest();
    const differences: LogDifference[] = [];
    let checked = 0;
    const until = await this.store.lastSequence();
    const read = (): Promise<void> =>
      this.store.read({
        from: 1,
        until,
        signal,
        onMessages: (messages) => {
          for (const message of messages) {
            digest.take(message);
            differences.push(...chains.take(message));
          }
          checked += messages.length;
          return Promise.resolve();
        },
      });
    if (until > 0) {
      await undamaged(read, (detail) => {
        differences.push({ finding: 'log-damaged', detail });
      });
    }
    signal.throwIfAborted();
    return { checked, differences, digest: digest.text() };
  }
}

type EventsVerified = Pick<LogVerification, 'checked' | 'differences' | 'digest'>;

/** A log that cannot be read to its end was told of already. */
const NO_OBJECTS = () => ({ checked: 0, bytes: 0, differences: [] });

const undamaged = async <T>(
  read: () => Promise<T>,
  otherwise: (detail: string) => T,
): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LogDamaged) return otherwise(error.message);
    throw error;
  }
};
