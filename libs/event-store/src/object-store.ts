export interface StoredObject {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

/** Bytes of an object, counted from 0: those from one to another, or to the end; or so many at the end. */
export type ByteRange = { readonly from: number; readonly to?: number } | { readonly last: number };

/** An object, or a part of it, as it is about to be read. */
export interface ObjectContent extends StoredObject {
  /** The first byte that `bytes` hands over, and how many follow. */
  readonly from: number;
  readonly length: number;
  /**
   * Piece by piece, each fetched when it is asked for; to be read once.
   *
   * The last piece of a whole object comes after the check against its digest. A part of an object is not checked
   * against it.
   *
   * @throws {ObjectDamaged} in place of the last piece, or where a piece is not there
   * @throws {StoreUnavailable} when the server does not answer
   */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface SweepOptions {
  /** Whether an event names the digest. Asked only of objects that are older than a day. */
  readonly isNamed: (digest: string) => boolean | Promise<boolean>;
}

export interface Swept {
  /** Objects that no event named. */
  readonly objects: number;
  /** Uploads that had come to no end. */
  readonly uploads: number;
}

/** Content by its SHA-256. Of what passes as a stream no more than 3 MiB are held at a time. */
export interface ObjectStore {
  /**
   * Durable when it resolves; content that is there already is not written again. Answers the digest.
   *
   * An object that no event names within half a day may be taken away.
   */
  put(content: Uint8Array): Promise<string>;
  /**
   * As `put`, for content that comes in pieces and takes as long as it takes. When it fails nothing of it remains,
   * at the latest after the next {@link sweep}.
   *
   * @throws {ObjectTooLarge} as soon as more than `maxBytes` have come
   * @throws {StoreUnavailable} when it is not known whether it was written
   * @throws whatever `content` throws
   */
  putStream(
    content: AsyncIterable<Uint8Array>,
    options: { readonly maxBytes: number },
  ): Promise<StoredObject>;
  /** @throws {ObjectDamaged} when the content is not what the digest says */
  get(digest: string): Promise<Uint8Array | undefined>;
  /**
   * The whole object, or a part of it without what lies before.
   *
   * @throws {RangeBeyondEnd} when the object has none of these bytes
   */
  open(digest: string, range?: ByteRange): Promise<ObjectContent | undefined>;
  stat(digest: string): Promise<StoredObject | undefined>;
  has(digest: string): Promise<boolean>;
  /** Whether it is there; if so it will be for half a day at least, time for an event that names it. */
  claim(digest: string): Promise<boolean>;
  /** Takes away what no event names a day after it came, and uploads that began a day ago and came to no end. */
  sweep(options: SweepOptions): Promise<Swept>;
}
