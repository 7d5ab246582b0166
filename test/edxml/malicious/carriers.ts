import { createHash } from 'node:crypto';
import { sampleText } from '../samples.js';
import { type ZipFile, zipOf } from '../zips.js';
import { MIB, type Malicious, row } from './row.js';

const BODY = /(?<=<edXML:ContentTransferEncoded[^>]*>)[^<]*/;
const NAME = '1761209178887_TestTrucLienThong.pdf';
const SOUND = sampleText('new-raw-pdf');

const packetWith = (content: string | Buffer, name = 'a.txt'): string => {
  const base64 = typeof content === 'string' ? content : content.toString('base64');
  return SOUND.replaceAll(NAME, () => name).replace(BODY, () => base64);
};

/** A packet that carries the same attachment several times. */
const repeated = (packet: string, times: number): string =>
  packet.replace(/<Attachment>[^]*<\/Attachment>/, (attachment) => attachment.repeat(times));

const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * MIB);

const zipped = (file: Partial<ZipFile>): Buffer => zipOf({ name: 'a.txt', ...file });

const base64Of = (bytes: number): string => 'QUJD'.repeat(Math.ceil(bytes / 3));

/** What cannot be decoded, or is more than there can be. */
const contents: readonly Malicious[] = [
  row('base64-broken', 'fifty megabytes of base64 and a fault', () =>
    packetWith(`${base64Of(49 * MIB)}*AAA`),
  ),
  row('base64-broken', 'sixteen megabytes of no base64', () => packetWith('-_-_'.repeat(4 * MIB))),
  row('attachment-too-large', 'an attachment of seventy megabytes', () =>
    packetWith(base64Of(70 * MIB)),
  ),
  row('attachment-too-large', 'an attachment of one byte too many', () =>
    packetWith(base64Of(50 * MIB + 1)),
  ),
  row('attachment-too-large', 'an attachment that is too large in lines', () =>
    packetWith(`${base64Of(57)}\r\n`.repeat(990_000)),
  ),
  row('attachments-too-large', 'five attachments of fifty megabytes', () =>
    repeated(packetWith(zipped({ size: 50 * MIB, packedSize: MIB })), 5),
  ),
];

/** A zip whose directory lists the same file again and again. */
const overlapping = (times: number): Buffer => {
  const zip = zipped({ content: zeros(1) });
  const directory = zip.readUInt32LE(zip.length - 6);
  const entry = zip.subarray(directory, -22);
  const end = Buffer.from(zip.subarray(-22));
  end.writeUInt32LE(entry.length * times, 12);
  return Buffer.concat([zip.subarray(0, directory), ...Array<Buffer>(times).fill(entry), end]);
};

/** Fifty megabytes that are compressed as much as is allowed. */
const densest = (): Buffer => {
  const noise = createHash('shake256', { outputLength: 270_000 }).digest();
  return Buffer.concat([noise, zeros(50)]).subarray(0, 50 * MIB);
};

/** Zips that were made to fill a memory or a disk. */
const bombs: readonly Malicious[] = [
  row('zip-bomb', 'a zip bomb', () => packetWith(zipped({ content: zeros(100) }))),
  row('zip-bomb', 'a zip that announces four gigabytes', () =>
    packetWith(zipped({ content: zeros(1), size: 2 ** 32 - 1 })),
  ),
  row('zip-broken', 'a zip bomb that announces little', () =>
    packetWith(zipped({ content: zeros(20), size: 1000 })),
  ),
  row('zip-broken', 'a zip bomb that announces no more than is allowed', () =>
    packetWith(zipped({ content: zeros(20), size: 3 * MIB })),
  ),
  row('zip-bomb', 'a zip bomb that is an attachment itself', () =>
    packetWith(zipped({ content: zeros(20) }), 'a.zip'),
  ),
  row('zip-bomb', 'a zip bomb in a zip', () =>
    packetWith(zipped({ name: 'b.zip', content: zipped({ content: zeros(20) }) })),
  ),
  row('zip-bomb', 'five thousand files in the same bytes of a zip', () =>
    packetWith(overlapping(5_000), 'a.zip'),
  ),
];

/** Zips that are not what they say. */
const zips: readonly Malicious[] = [
  row('zip-several-files', 'a zip of two files', () =>
    packetWith(zipOf({ name: 'a' }, { name: 'b' })),
  ),
  row('zip-several-files', 'a zip of ten thousand files', () =>
    packetWith(
      zipOf(
        ...Array.from({ length: 10_000 }, (_, at) => ({
          name: String(at),
          content: Buffer.of(1),
          method: 0,
        })),
      ),
    ),
  ),
  row('zip-encrypted', 'an encrypted zip', () => packetWith(zipped({ flags: 1 }))),
  row('zip-broken', 'half a zip', () => packetWith(zipped({ content: zeros(1) }).subarray(0, 500))),
  row('zip-broken', 'a zip of a wrong checksum', () => packetWith(zipped({ crc: 1 }))),
  row('zip-broken', 'fifty megabytes of a wrong checksum', () =>
    packetWith(zipped({ content: densest(), crc: 1 })),
  ),
  row('zip-broken', 'a zip of an unknown compression', () => packetWith(zipped({ method: 99 }))),
  row('zip-broken', 'a zip of noise', () =>
    packetWith(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5 * MIB, 'noise')])),
  ),
];

const UNSAFE = [
  '../../../etc/cron.d/a',
  '/etc/cron.d/a',
  'C:\\Windows\\a',
  'C:a',
  '..\\..\\a',
  'a\\b',
  'a.txt\0.pdf',
];

/** Names that lead elsewhere. */
const names: readonly Malicious[] = [
  ...UNSAFE.map((name) =>
    row('zip-unsafe-name', `a zip of the file ${JSON.stringify(name)}`, () =>
      packetWith(zipped({ name })),
    ),
  ),
  row('zip-unsafe-name', 'a zip of a file that is called otherwise in the directory', () =>
    packetWith(zipped({ localName: '../../a' })),
  ),
  row('zip-unsafe-name', 'a zip in which a file leads elsewhere', () =>
    packetWith(zipOf({ name: 'a' }, { name: '../../b' }), 'a.zip'),
  ),
  ...['../../a.txt', '/etc/passwd', '\\\\server\\a.txt', 'C:\\a.txt', '..'].map((name) =>
    row('file-name-unusable', `an attachment that is called ${name}`, () =>
      packetWith(Buffer.from('a'), name),
    ),
  ),
];

export const carriers: readonly Malicious[] = [...contents, ...bombs, ...zips, ...names];
