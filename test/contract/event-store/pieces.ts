import { type EventStore } from '@lienthong/event-store';

export const MIB = 1_048_576;

/** Looked up once: a global of the test's own context costs a microsecond each time. */
const { imul } = Math;

/** Content that has no period that an error in the order of its parts could hide behind. */
export const contentOf = (bytes: number, seed = 1): Buffer => {
  const words = new Uint32Array(Math.ceil(bytes / 4));
  let word = seed;
  for (let at = 0; at < words.length; at += 1) {
    word = imul(word, 1_664_525) + 1_013_904_223;
    words[at] = word;
  }
  return Buffer.from(words.buffer, 0, bytes);
};

/** The content in pieces, as a connection brings them; `before` is called with the place of each. */
export async function* inPieces(
  content: Uint8Array,
  before: (at: number) => void | Promise<void> = () => undefined,
): AsyncGenerator<Uint8Array> {
  const length = 60_000;
  for (let at = 0; at < content.length; at += length) {
    await before(at);
    yield content.subarray(at, at + length);
  }
}

export const LIMIT = { maxBytes: 50 * MIB };

/** All that `open` hands over of an object. */
export const readAll = async (
  store: EventStore,
  ...asked: Parameters<EventStore['objects']['open']>
): Promise<Buffer | undefined> => {
  const object = await store.objects.open(...asked);
  if (object === undefined) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of object.bytes) pieces.push(piece);
  return Buffer.concat(pieces);
};
