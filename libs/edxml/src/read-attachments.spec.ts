import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { sampleText } from '../../../test/edxml/samples.js';
import { BrokenAttachment, type PacketAttachment, readPacket } from './index.js';
import { ATTACHMENT_LIMIT } from './limits.js';
import { packOnly } from './zip.js';

const BODY = /(?<=QCVN_102_2016">)[A-Za-z0-9+/=]+(?=<)/;
const NAME = /1761209178887_TestTrucLienThong\.pdf/g;

/** A packet whose only attachment travels as `base64` under the name `name`. */
const packetWith = (name: string, base64: string): Uint8Array => {
  const text = sampleText('new-raw-pdf')
    .replace(BODY, base64)
    .replace(NAME, () => name);
  return Buffer.from(text);
};

const received = (name: string, carrier: Uint8Array): PacketAttachment => {
  const packet = readPacket(packetWith(name, Buffer.from(carrier).toString('base64')));
  const [attachment] = packet.kind === 'document' ? packet.attachments : [];
  if (!attachment) throw new Error('no attachment');
  return attachment;
};

const refusal = (name: string, base64: string): unknown => {
  try {
    readPacket(packetWith(name, base64));
  } catch (error) {
    return error;
  }
  return undefined;
};

/** A zip with a file at each name, as any archiver writes it. */
const zipOf = (...names: readonly string[]): Buffer => {
  const zips = names.map((name) => packOnly(name, Buffer.from(`content of ${name}`)));
  const files = zips.map((zip) => zip.subarray(0, zip.readUInt32LE(zip.length - 6)));
  const directory = zips.map((zip) =>
    Buffer.from(zip.subarray(zip.readUInt32LE(zip.length - 6), -22)),
  );
  let offset = 0;
  directory.forEach((entry, at) => {
    entry.writeUInt32LE(offset, 42);
    offset += files[at]?.length ?? 0;
  });
  const end = Buffer.from(zips[0]?.subarray(-22) ?? []);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
};

/** A sound zip with `change` made to its directory entry, or to any other of its bytes. */
const damaged = (change: (zip: Buffer, entry: number) => void): string => {
  const zip = packOnly('a.txt', Buffer.from('content '.repeat(40)));
  change(zip, zip.readUInt32LE(zip.length - 6));
  return zip.toString('base64');
};

/** Two megabytes of nothing in two kilobytes, announced as they are or as less. */
const bomb = (announced: number): string => {
  const zeros = Buffer.alloc(2 ** 21);
  const zip = packOnly('a.txt', Buffer.from('a'.repeat(100)));
  const packed = deflateRawSync(zeros);
  const entry = Buffer.from(zip.subarray(zip.readUInt32LE(zip.length - 6)));
  entry.writeUInt32LE(crc32(zeros), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(announced, 24);
  const header = zip.subarray(0, 35);
  entry.writeUInt32LE(header.length + packed.length, entry.length - 6);
  return Buffer.concat([header, packed, entry]).toString('base64');
};

const text = Buffer.from('Kính gửi');

describe('an attachment', () => {
  it('comes out of the zip that carries it', () => {
    const attachment = received('công văn.doc', packOnly('0000.pdf', text));
    expect(Buffer.from(attachment.content)).toEqual(text);
    expect(attachment.name).toBe('công văn.doc');
  });

  it.each([
    ['a zip that was attached as a zip', 'hồ sơ.ZIP', packOnly('0000.pdf', text)],
    [
      'a Word document that nobody zipped',
      'a.docx',
      zipOf('[Content_Types].xml', 'word/document.xml'),
    ],
    ['a text that nobody zipped', 'a.txt', text],
  ])('may be %s', (_, name, carrier) => {
    expect(Buffer.from(received(name, carrier).content)).toEqual(Buffer.from(carrier));
  });

  it('comes out of a zip once, though it is a zip itself', () => {
    const inner = packOnly('b.txt', text);
    expect(Buffer.from(received('a.bin', packOnly('a.bin', inner)).content)).toEqual(inner);
  });

  it('may be broken into lines', () => {
    const lines = text.toString('base64').replace(/.{4}/g, '$&\r\n\t');
    expect(refusal('a.txt', lines)).toBeUndefined();
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\vanthu\\báo cáo.doc', 'báo cáo.doc'],
    ['a\u0085\tb.pdf', 'ab.pdf'],
  ])('called %j is called %j', (declared, name) => {
    expect(received(declared, text).name).toBe(name);
  });

  it.each([
    ['broken base64', 'QUJ', 'broken base64'],
    ['a placeholder', '${__base64(a)}', 'broken base64'],
    ['base64 with a foreign alphabet', 'ab-_', 'broken base64'],
    ['a zip with two files', zipOf('a', 'b').toString('base64'), 'holds 2 files'],
    [
      'an empty zip',
      Buffer.from('PK\u0005\u0006'.padEnd(22, '\0')).toString('base64'),
      'holds 0 files',
    ],
    ['half a zip', zipOf('a').subarray(0, -9).toString('base64'), 'cut off'],
    ['a start of a zip', Buffer.from('PK\u0003\u0004').toString('base64'), 'cut off'],
    ['an encrypted zip', damaged((zip, entry) => zip.writeUInt16LE(1, entry + 8)), 'encrypted'],
    [
      'an unknown compression',
      damaged((zip, entry) => zip.writeUInt16LE(14, entry + 10)),
      'compression',
    ],
    ['a wrong checksum', damaged((zip, entry) => zip.writeUInt32LE(1, entry + 16)), 'checksum'],
    ['a wrong size', damaged((zip, entry) => zip.writeUInt32LE(400, entry + 24)), 'not as long'],
    [
      'a size that is too small',
      damaged((zip, entry) => zip.writeUInt32LE(8, entry + 24)),
      'unpacked',
    ],
    ['broken contents', damaged((zip) => zip.fill(0xff, 35, 45)), 'unpacked'],
    ['a hidden file', damaged((zip, entry) => zip.writeUInt32LE(9, entry + 42)), 'hides'],
    [
      'a directory that lies elsewhere',
      damaged((zip) => zip.writeUInt32LE(3, zip.length - 6)),
      'directory',
    ],
    [
      'contents that lie behind the end',
      damaged((zip) => zip.writeUInt16LE(0xffff, 28)),
      'cut off',
    ],
    [
      'a file over 50 MiB',
      damaged((zip, entry) => zip.writeUInt32LE(51 * 2 ** 20, entry + 24)),
      '50 MiB',
    ],
    ['a zip bomb', bomb(2 ** 21), 'bomb'],
    ['a zip bomb that lies', bomb(1000), 'unpacked'],
  ])('is refused with %s', (_, base64, reason) => {
    const error = refusal('a.txt', base64);
    expect(error).toBeInstanceOf(BrokenAttachment);
    expect(error).toMatchObject({ line: 89, column: 7 });
    expect(String(error)).toContain(reason);
  });

  it.each(['.', 'a/..', 'dir/'])('is refused when it is called %j', (name) => {
    expect(refusal(name, text.toString('base64'))).toBeInstanceOf(BrokenAttachment);
  });

  it('is refused when it is too large without a zip', () => {
    const base64 = 'A'.repeat(Math.ceil((50 * 2 ** 20 + 1) / 3) * 4);
    expect(String(refusal('a.bin', base64))).toContain('larger than 50 MiB');
  });

  it('is refused when all of them are too large together', () => {
    const content = Buffer.alloc(ATTACHMENT_LIMIT);
    for (let at = 0; at < content.length; at += 128)
      content.writeUInt16LE((at * 40_503) & 0xffff, at);
    const base64 = packOnly('a.bin', content).toString('base64');
    const many = (attachments: number): Uint8Array => {
      const [head = '', body = '', tail = ''] = Buffer.from(packetWith('a.bin', base64))
        .toString()
        .split(/(<Attachment>[^]*<\/Attachment>)/);
      return Buffer.from(head + body.repeat(attachments) + tail);
    };
    expect(() => readPacket(many(4))).not.toThrow();
    expect(() => readPacket(many(5))).toThrow('too large together');
  });
});
