import { RATIO_FREE, RATIO_LIMIT } from './limits.js';

export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_ENTRY = 0x02014b50;
export const DIRECTORY_END = 0x06054b50;
export const LOCAL_HEADER_SIZE = 30;
export const DIRECTORY_ENTRY_SIZE = 46;
export const DIRECTORY_END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

export const STORED = 0;
export const DEFLATED = 8;
export const ENCRYPTED = 1;

/** What the directory of a zip says about one of its files. */
export interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly start: number;
  /** As it is spelled, a byte a character. */
  readonly name: string;
  /** Bytes of the entry in the directory. */
  readonly length: number;
}

/** Where the directory of a zip lies in it, and how many files it lists. */
export interface Directory {
  readonly files: number;
  readonly size: number;
  /** Where in the zip it says that it begins. */
  readonly start: number;
  /** Where in the bytes that were looked at it ends. */
  readonly end: number;
}

/** Whether `bytes` begin as a zip with files, or as an empty one. */
export const isZip = (bytes: Buffer): boolean =>
  bytes.length >= 4 && [LOCAL_HEADER, DIRECTORY_END].includes(bytes.readUInt32LE(0));

/** Bytes at the end of a zip in which its directory ends, and lies as far as it is an honest one of one file. */
export const ZIP_TAIL = DIRECTORY_END_SIZE + LONGEST_COMMENT + 8 * 1024;

/** @param tail the last bytes of the zip, or all; nothing when it does not end as a zip */
export const directoryOf = (tail: Buffer): Directory | undefined => {
  const first = Math.max(0, tail.length - DIRECTORY_END_SIZE - LONGEST_COMMENT);
  for (let at = tail.length - DIRECTORY_END_SIZE; at >= first; at -= 1) {
    const comment = tail.length - at - DIRECTORY_END_SIZE;
    if (tail.readUInt32LE(at) === DIRECTORY_END && tail.readUInt16LE(at + 20) === comment) {
      const [files, size] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12)];
      return { files, size, start: tail.readUInt32LE(at + 16), end: at };
    }
  }
  return undefined;
};

/** The entry at the offset `at`; nothing when there is none, or not all of it. */
export const entryAt = (bytes: Buffer, at: number): Entry | undefined => {
  const isThere = at >= 0 && at + DIRECTORY_ENTRY_SIZE <= bytes.length;
  if (!isThere || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
  const nameLength = bytes.readUInt16LE(at + 28);
  const names = at + DIRECTORY_ENTRY_SIZE;
  return {
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    start: bytes.readUInt32LE(at + 42),
    name: bytes.toString('latin1', names, Math.min(bytes.length, names + nameLength)),
    length:
      DIRECTORY_ENTRY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  };
};

/** Whether `packed` bytes that announce `size` were made to fill a disk. */
export const isBomb = (packed: number, size: number): boolean =>
  size > RATIO_FREE && size > RATIO_LIMIT * packed;
