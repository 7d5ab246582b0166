import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { ATTACHMENT_LIMIT, RATIO_FREE, RATIO_LIMIT } from './limits.js';

/** Why a file cannot be had out of what carries it. */
export class BrokenContent extends Error {}

/** The only file in a zip, still packed. */
interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const LOCAL_HEADER_SIZE = 30;
const DIRECTORY_ENTRY_SIZE = 46;
const DIRECTORY_END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const VERSION = 20;
/** Bytes; zlib takes no less. */
const SMALLEST_CHUNK = 64;
const FIRST_OF_JANUARY_1980 = 0x0021;

/** Whether `bytes` begin as a zip with files, or as an empty one. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && [LOCAL_HEADER, DIRECTORY_END].includes(asBuffer(bytes).readUInt32LE(0));

/**
 * How many files the directory of a zip lists.
 *
 * @throws {BrokenContent} when there is no directory
 */
export const countFiles = (zip: Uint8Array): number => {
  const bytes = asBuffer(zip);
  return bytes.readUInt16LE(directoryEnd(bytes) + 10);
};

/**
 * The content of the only file in a zip; its name, which the sender chose, is not looked at.
 *
 * @throws {BrokenContent} unless there is exactly one file, sound, in clear, within the limits
 */
export const unpackOnly = (zip: Uint8Array): Uint8Array => {
  const bytes = asBuffer(zip);
  const entry = onlyEntry(bytes);
  refuseUnreadable(entry);
  const content = inflate(entry, packedBytes(bytes, entry));
  if (content.length !== entry.size)
    throw new BrokenContent('the file is not as long as the zip says');
  if (crc32(content) !== entry.crc) throw new BrokenContent('the checksum is wrong');
  return new Uint8Array(content.buffer, content.byteOffset, content.length);
};

/** A zip with one file. The same file gives the same zip: its date is always 1980-01-01. */
export const packOnly = (name: string, content: Uint8Array): Buffer => {
  const deflated = deflateRawSync(content);
  const useful = deflated.length < content.length && !isBomb(deflated.length, content.length);
  const [method, packed] = useful ? [DEFLATED, deflated] : [STORED, content];
  const fileName = Buffer.from(name);

  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(method, 4);
  facts.writeUInt16LE(FIRST_OF_JANUARY_1980, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(fileName.length, 22);

  const file = Buffer.concat([uint32(LOCAL_HEADER), facts, fileName, packed]);
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const placement = Buffer.alloc(14);
  const directory = Buffer.concat([uint32(DIRECTORY_ENTRY), madeBy, facts, placement, fileName]);
  const end = Buffer.alloc(DIRECTORY_END_SIZE);
  end.writeUInt32LE(DIRECTORY_END, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(file.length, 16);
  return Buffer.concat([file, directory, end]);
};

const onlyEntry = (bytes: Buffer): Entry => {
  const end = directoryEnd(bytes);
  const files = bytes.readUInt16LE(end + 10);
  if (files !== 1)
    throw new BrokenContent(`the zip holds ${String(files)} files where one is expected`);
  const at = bytes.readUInt32LE(end + 16);
  if (at + DIRECTORY_ENTRY_SIZE > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
    throw new BrokenContent('the directory of the zip is broken');
  }
  if (bytes.readUInt32LE(at + 42) !== 0) throw new BrokenContent('the zip hides another file');
  return {
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
  };
};

const directoryEnd = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - DIRECTORY_END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - DIRECTORY_END_SIZE; at >= first; at -= 1) {
    const comment = bytes.length - at - DIRECTORY_END_SIZE;
    if (bytes.readUInt32LE(at) === DIRECTORY_END && bytes.readUInt16LE(at + 20) === comment) {
      return at;
    }
  }
  throw new BrokenContent('the zip is cut off');
};

const refuseUnreadable = ({ flags, method, packedSize, size }: Entry): void => {
  if ((flags & ENCRYPTED) !== 0) throw new BrokenContent('the zip is encrypted');
  if (method !== STORED && method !== DEFLATED) throw new BrokenContent('an unknown compression');
  if (size > ATTACHMENT_LIMIT) throw new BrokenContent('the file is larger than 50 MiB');
  if (isBomb(packedSize, size)) throw new BrokenContent('a zip bomb');
};

const isBomb = (packedSize: number, size: number): boolean =>
  size > RATIO_FREE && size > RATIO_LIMIT * packedSize;

const packedBytes = (bytes: Buffer, { packedSize }: Entry): Buffer => {
  if (bytes.readUInt32LE(0) !== LOCAL_HEADER) throw new BrokenContent('the zip is broken');
  const start = LOCAL_HEADER_SIZE + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  if (start + packedSize > bytes.length) throw new BrokenContent('the zip is cut off');
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
    throw new BrokenContent('the file cannot be unpacked', { cause });
  }
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
