import { crc32, deflateRawSync } from 'node:zlib';
import {
  DEFLATED,
  DIRECTORY_END,
  DIRECTORY_END_SIZE,
  DIRECTORY_ENTRY,
  LOCAL_HEADER,
  STORED,
  isBomb,
} from './zip-format.js';

const VERSION = 20;
const FIRST_OF_JANUARY_1980 = 0x0021;

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

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
