import { objectsNamedBy, type RecordedMessage } from '@lienthong/contracts';
import { type EventStore } from '../event-store.js';
import { ObjectDamaged } from '../event-store.errors.js';
import { Recent } from '../recent.js';

/** What is wrong with an object, and the first event that was met which names it; or with the event itself. */
export type ObjectDifference =
  | {
      readonly finding: 'missing' | 'altered';
      readonly digest: string;
      readonly sequence: number;
    }
  | { readonly finding: 'event-unreadable'; readonly sequence: number };

export interface ObjectsVerified {
  /** Objects that were read. */
  readonly checked: number;
  readonly bytes: number;
  readonly differences: readonly ObjectDifference[];
}

/** How many objects are read at a time. */
const AT_ONCE = 4;

/** How many digests are remembered as read; what is named again much later is read again. */
const REMEMBERED = 100_000;

/**
 * Reads every object that an event names and compares it with its digest.
 *
 * @throws {StoreUnavailable} when the server does not answer
 */
export const verifyObjects = async (
  store: EventStore,
  signal: AbortSignal,
): Promise<ObjectsVerified> => {
  const verification = new Verification(store);
  await store.read({
    from: 1,
    until: await store.lastSequence(),
    signal,
    onMessages: (batch) => verification.check(batch),
  });
  signal.throwIfAborted();
  return verification.result;
};

class Verification {
  private readonly seen = new Recent<true>(REMEMBERED);
  private readonly differences: ObjectDifference[] = [];
  private checked = 0;
  private bytes = 0;

  constructor(private readonly store: EventStore) {}

  get result(): ObjectsVerified {
    const { checked, bytes, differences } = this;
    return { checked, bytes, differences };
  }

  async check(batch: readonly RecordedMessage[]): Promise<void> {
    const named = this.named(batch);
    const checkInTurn = async (): Promise<void> => {
      for (const { digest, sequence } of named) await this.checkOne(digest, sequence);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, checkInTurn));
  }

  /** One generator for all who take from it: each object is read by one of them. */
  private *named(batch: readonly RecordedMessage[]) {
    for (const message of batch) {
      const { sequence } = message;
      for (const digest of this.namedBy(message)) {
        if (this.seen.get(digest) === true) continue;
        this.seen.set(digest, true);
        yield { digest, sequence };
      }
    }
  }

  private namedBy(message: RecordedMessage): readonly string[] {
    try {
      return objectsNamedBy(message);
    } catch {
      this.differences.push({ finding: 'event-unreadable', sequence: message.sequence });
      return [];
    }
  }

  private async checkOne(digest: string, sequence: number): Promise<void> {
    const finding = await this.findingOf(digest);
    this.checked += 1;
    if (finding !== undefined) this.differences.push({ finding, digest, sequence });
  }

  private async findingOf(digest: string): Promise<'missing' | 'altered' | undefined> {
    try {
      const object = await this.store.objects.open(digest);
      if (object === undefined) return 'missing';
      for await (const { length } of object.bytes) this.bytes += length;
      return undefined;
    } catch (error) {
      if (error instanceof ObjectDamaged) return 'altered';
      throw error;
    }
  }
}
