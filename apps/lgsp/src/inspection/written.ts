import { once } from 'node:events';
import { type Writable } from 'node:stream';

/** Resolves when there is room for more, or nobody reads any more. */
export const written = async (stream: Writable, text: string, gone: AbortSignal): Promise<void> => {
  if (gone.aborted || stream.write(text)) return;
  await once(stream, 'drain', { signal: gone }).catch((error: unknown) => {
    if (!gone.aborted) throw error;
  });
};
