import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put in a zip; what is given beside name and content is what the zip says, true or not. */
export interface ZipFile {
  readonly name: string;
  readonly content?: Uint8Array;
  /** The name beside the file, where it is another than in the directory. */
  readonly localName?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
}

interface Packed {
  readonly local: Buffer;
  readonly entry: (offset: number) => Buffer;
}

/** A zip of these files, as any archiver writes it, unless a file asks for something else. */
export const zipOf = (...files: readonly ZipFile[]): Buffer => {
  const packed = files.map(pack);
  let start = 0;
  const entries = packed.map(({ local, entry }) => {
    start += local.length;
    return entry(start - local.length);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(sum(entries.map(({ length }) => length)), 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...packed.map(({ local }) => local), ...entries, end]);
};

const pack = (file: ZipFile): Packed => {
  const { content = Buffer.from(`content of ${file.name}`), method = 8 } = file;
  const data = method === 8 ? deflateRawSync(content) : Buffer.from(content);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(file.flags ?? 0, 2);
  facts.writeUInt16LE(method, 4);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(file.crc ?? crc32(content), 10);
  facts.writeUInt32LE(file.packedSize ?? data.length, 14);
  facts.writeUInt32LE(file.size ?? content.length, 18);
  return {
    local: Buffer.concat([signed(0x04034b50), named(facts, file.localName ?? file.name), data]),
    entry: (offset) => {
      const placement = Buffer.alloc(14);
      placement.writeUInt32LE(offset, 10);
      const name = Buffer.from(file.name);
      const known = named(facts, file.name).subarray(0, 26);
      return Buffer.concat([signed(0x02014b50), Buffer.of(20, 0), known, placement, name]);
    },
  };
};

/** The facts of a file with the length of its name, and the name. */
const named = (facts: Buffer, name: string): Buffer => {
  const copy = Buffer.from(facts);
  copy.writeUInt16LE(Buffer.byteLength(name), 22);
  return Buffer.concat([copy, Buffer.from(name)]);
};

const signed = (signature: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
};

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
