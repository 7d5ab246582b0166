import { objectsNamedBy, type RecordedMessage } from '@lienthong/contracts';
import { type EventStore } from '../event-store.js';
import { type Swept } from '../object-store.js';
import { DigestSet } from './digest-set.js';

/**
 * Reads the log for the objects that its events name, and takes away the others that are older than a day.
 *
 * An object in some hundred thousand stays by mistake; none that is named goes.
 */
export const sweepObjects = async (store: EventStore, signal: AbortSignal): Promise<Swept> => {
  const named = new DigestSet();
  await store.read({
    from: 1,
    until: await store.lastSequence(),
    signal,
    onMessages: (batch) => {
      for (const message of batch) for (const digest of namedBy(message)) named.add(digest);
      return Promise.resolve();
    },
  });
  signal.throwIfAborted();
  return store.objects.sweep({ isNamed: (digest) => named.mayHave(digest) });
};

/** An event that cannot be read names whatever looks like a digest. */
const namedBy = (message: RecordedMessage): readonly string[] => {
  try {
    return objectsNamedBy(message);
  } catch {
    const text = Buffer.from(message.data).toString('latin1');
    return [...text.matchAll(/(?=([0-9a-f]{64}))/g)].map(([, digest = '']) => digest);
  }
};
