import { crc32, inflateRawSync } from 'node:zlib';
import { BrokenContent } from './broken-content.js';
import { isUnsafePath } from './file-name.js';
import {
  DEFLATED,
  type Directory,
  ENCRYPTED,
  type Entry,
  LOCAL_HEADER,
  LOCAL_HEADER_SIZE,
  STORED,
  directoryOf,
  entryAt,
  isBomb,
} from './zip-format.js';

/** The two ends of a zip, in which all is said about it. */
export interface ZipEnds {
  /** Its first `ZIP_HEAD` bytes, or all. */
  readonly head: Buffer;
  /** Its last `ZIP_TAIL` bytes, or all. */
  readonly tail: Buffer;
  /** Bytes of the whole. */
  readonly size: number;
}

export const ZIP_HEAD = 4 * 1024;
/** Bytes; zlib takes no less. */
const SMALLEST_CHUNK = 64;

/**
 * The only file of a zip, still packed.
 *
 * @throws {BrokenContent} unless there is exactly one, in clear, within reason, under a name that stays in its folder
 */
export const onlyEntry = ({ head, tail, size }: ZipEnds): Entry => {
  const { files, start } = soundDirectory(tail);
  if (files !== 1) {
    const reason = `the zip holds ${String(files)} files where one is expected`;
    throw new BrokenContent('zip-several-files', reason);
  }
  const entry = entryAt(tail, start - (size - tail.length));
  if (!entry) throw new BrokenContent('zip-broken', 'the directory of the zip is broken');
  if (entry.start !== 0) throw new BrokenContent('zip-broken', 'the zip hides another file');
  refuseUnreadable(entry);
  for (const name of [entry.name, localName(head)]) refuseUnsafe(name);
  return entry;
};

/**
 * How many files a zip lists.
 *
 * @throws {BrokenContent} when it is cut off
 */
export const countFiles = ({ tail }: ZipEnds): number => soundDirectory(tail).files;

/**
 * The content of `entry`, checked.
 *
 * @throws {BrokenContent} when it is not what the directory says
 */
export const unpack = (zip: Buffer, entry: Entry): Uint8Array => {
  const content = inflate(entry, packedBytes(zip, entry));
  if (content.length !== entry.size) {
    throw new BrokenContent('zip-broken', 'the file is not as long as the zip says');
  }
  if (crc32(content) !== entry.crc) {
    throw new BrokenContent('zip-broken', 'the checksum is wrong');
  }
  return new Uint8Array(content.buffer, content.byteOffset, content.length);
};

const soundDirectory = (tail: Buffer): Directory => {
  const directory = directoryOf(tail);
  if (!directory) throw new BrokenContent('zip-broken', 'the zip is cut off');
  return directory;
};

const refuseUnreadable = ({ flags, method, packedSize, size }: Entry): void => {
  if ((flags & ENCRYPTED) !== 0) {
    throw new BrokenContent('zip-encrypted', 'the zip is encrypted');
  }
  if (method !== STORED && method !== DEFLATED) {
    throw new BrokenContent('zip-broken', 'an unknown compression');
  }
  if (isBomb(packedSize, size)) throw new BrokenContent('zip-bomb', 'a zip bomb');
};

/** The name that stands beside the file; unpackers differ in which of the two they follow. */
const localName = (head: Buffer): string => {
  const isWhole = head.length >= LOCAL_HEADER_SIZE && head.readUInt32LE(0) === LOCAL_HEADER;
  if (!isWhole) throw new BrokenContent('zip-broken', 'the zip is broken');
  const end = LOCAL_HEADER_SIZE + head.readUInt16LE(26);
  return head.toString('latin1', LOCAL_HEADER_SIZE, Math.min(head.length, end));
};

const refuseUnsafe = (name: string): void => {
  if (isUnsafePath(name) || name.includes('\\')) {
    throw new BrokenContent('zip-unsafe-name', 'the name in the zip leads out of its folder');
  }
};

const packedBytes = (bytes: Buffer, { packedSize }: Entry): Buffer => {
  const start = LOCAL_HEADER_SIZE + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  if (start + packedSize > bytes.length) {
    throw new BrokenContent('zip-broken', 'the zip is cut off');
  }
  return bytes.subarray(start, start + packedSize);
};

/** Stops at the announced size, which is within the limits: a lying header buys nothing. */
const inflate = ({ method, size }: Entry, packed: Buffer): Buffer => {
  if (method === STORED) return packed;
  try {
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(size, 1),
      chunkSize: Math.max(size, SMALLEST_CHUNK),
    });
  } catch (cause) {
    throw new BrokenContent('zip-broken', 'the file cannot be unpacked', { cause });
  }
};
