import { describe, expect, it } from '@jest/globals';
import { sampleText } from '../../../test/edxml/samples.js';
import { type ZipFile, zipOf } from '../../../test/edxml/zips.js';
import { BeyondLimits, BrokenAttachment, type PacketAttachment, readPacket } from './index.js';
import { ARCHIVE_FILES_LIMIT } from './limits.js';
import { type BrokenRule } from './packet.errors.js';
import { packOnly } from './zip-pack.js';

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

const refusalOf = (bytes: Uint8Array): unknown => {
  try {
    readPacket(bytes);
  } catch (error) {
    return error;
  }
  return undefined;
};

const refusal = (name: string, base64: string): unknown => refusalOf(packetWith(name, base64));

/** A sound zip of one file with something said about it that is not so. */
const lying = (lie: Partial<ZipFile>): string =>
  zipOf({ name: 'a.txt', content: Buffer.from('content '.repeat(40)), ...lie }).toString('base64');

/** A sound zip of one file with `change` made to its bytes; `directory` is where its directory begins. */
const damaged = (change: (zip: Buffer, directory: number) => void): string => {
  const zip = Buffer.from(lying({}), 'base64');
  change(zip, zip.readUInt32LE(zip.length - 6));
  return zip.toString('base64');
};

const zeros = Buffer.alloc(2 ** 21);

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
      zipOf({ name: '[Content_Types].xml' }, { name: 'word/document.xml' }),
    ],
    ['a text that nobody zipped', 'a.txt', text],
  ])('may be %s', (_, name, carrier) => {
    expect(Buffer.from(received(name, carrier).content)).toEqual(Buffer.from(carrier));
  });

  it.each([
    ['a zip itself', 'a.bin', packOnly('b.txt', text)],
    ['a Word document', 'a.docx', zipOf({ name: '[Content_Types].xml' }, { name: 'a.xml' })],
  ])('comes out of a zip once, though it is %s', (_, name, inner) => {
    expect(Buffer.from(received(name, packOnly(name, inner)).content)).toEqual(inner);
  });

  it.each([
    ['on lines', /.{4}/g, '$&\r\n\t'],
    ['on lines of which each end is spelled out', /.{76}/g, '$&&#13;\n'],
    ['on lines of an odd length', /.{7}/g, '$&&#xD;&#10;'],
    ['letter by letter', /./g, '$&\n   '],
    ['with letters spelled out', /A/g, '&#65;'],
    ['in sections', /.{2000}/g, '$&]]><![CDATA[ '],
    ['with comments in between', /.{2001}/g, '$&<!-- / -->'],
  ])('may stand %s', (what, from, to) => {
    const long = Buffer.from(Array.from({ length: 120_000 }, (_, at) => at * 0x9e35));
    for (const carrier of [long, packOnly('a.txt', long)]) {
      const base64 = carrier.toString('base64').replace(from, to);
      const spelled = what === 'in sections' ? `<![CDATA[${base64}]]>` : base64;
      const read = readPacket(packetWith('a.txt', spelled));
      const [attachment] = read.kind === 'document' ? read.attachments : [];
      expect(Buffer.compare(attachment?.content ?? Buffer.alloc(0), long)).toBe(0);
    }
  });

  it.each([
    ['7816/VPCP-TTĐT.pdf', 'VPCP-TTĐT.pdf'],
    ['a\u0085\tb.pdf', 'ab.pdf'],
  ])('called %j is called %j', (declared, name) => {
    expect(received(declared, text).name).toBe(name);
  });

  it.each([
    ['broken base64', 'QUJ', 'broken base64'],
    ['letters behind its end', 'QQ==QUJD', 'broken base64'],
    ['too much of an end', 'QUI====', 'broken base64'],
    ['a letter spelled out that is none', 'QU&#95;D', 'broken base64'],
    ['a reference in a section', '<![CDATA[QU&#65;DQQ==]]>', 'broken base64'],
    ['a placeholder', '${__base64(a)}', 'broken base64'],
    ['base64 with a foreign alphabet', 'ab-_', 'broken base64'],
    ['a zip with two files', zipOf({ name: 'a' }, { name: 'b' }).toString('base64'), '2 files'],
    ['an empty zip', zipOf().toString('base64'), 'holds 0 files'],
    ['half a zip', zipOf({ name: 'a' }).subarray(0, -9).toString('base64'), 'cut off'],
    ['a start of a zip', Buffer.from('PK\u0003\u0004').toString('base64'), 'cut off'],
    ['an encrypted zip', lying({ flags: 1 }), 'encrypted'],
    ['an unknown compression', lying({ method: 14 }), 'compression'],
    ['a wrong checksum', lying({ crc: 1 }), 'checksum'],
    ['a wrong size', lying({ size: 400 }), 'not as long'],
    ['a size that is too small', lying({ size: 8 }), 'unpacked'],
    ['broken contents', damaged((zip) => zip.fill(0xff, 35, 45)), 'unpacked'],
    ['a hidden file', damaged((zip, directory) => zip.writeUInt32LE(9, directory + 42)), 'hides'],
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
    ['a zip bomb', lying({ content: zeros }), 'bomb'],
    ['a zip bomb that lies', lying({ content: zeros, size: 1000 }), 'unpacked'],
    ['a name that climbs', lying({ name: '../../etc/passwd' }), 'out of its folder'],
    ['a name that climbs on Windows', lying({ name: '..\\a.txt' }), 'out of its folder'],
    ['a name from the root', lying({ name: '/etc/passwd' }), 'out of its folder'],
    ['a name with a drive', lying({ name: 'C:a.txt' }), 'out of its folder'],
    ['a name with a backslash', lying({ name: 'a\\b.txt' }), 'out of its folder'],
    ['a name with a NUL', lying({ name: 'a.txt\0.pdf' }), 'out of its folder'],
    ['a name that climbs beside the file alone', lying({ localName: '../a.txt' }), 'folder'],
  ])('is refused with %s', (_, base64, reason) => {
    const error = refusal('a.txt', base64);
    expect(error).toBeInstanceOf(BrokenAttachment);
    expect(error).toMatchObject({ line: 89, column: 7 });
    expect(String(error)).toContain(reason);
  });

  it.each([
    '.',
    'a/..',
    'dir/',
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\vanthu\\a.doc',
    '\\\\a\\b.doc',
  ])('is refused when it is called %j', (name) => {
    expect(refusal(name, text.toString('base64'))).toBeInstanceOf(BrokenAttachment);
  });

  it.each([
    ['alone', 'a.txt', { packedSize: 2 ** 20, size: 51 * 2 ** 20 }, 'larger than 50 MiB'],
    [
      'together',
      'a.txt',
      { packedSize: 2 ** 20, size: 50 * 2 ** 20 },
      'larger than 200 MiB together',
    ],
  ])('is refused before it is unpacked when it is too large %s', (_, name, lie, reason) => {
    const base64 = lying(lie);
    const [head = '', body = '', tail = ''] = Buffer.from(packetWith(name, base64))
      .toString()
      .split(/(<Attachment>[^]*<\/Attachment>)/);
    const error = refusalOf(Buffer.from(head + body.repeat(5) + tail));
    expect(error).toBeInstanceOf(BeyondLimits);
    expect(String(error)).toContain(reason);
  });
});

describe('an attachment that is a zip itself', () => {
  const carried = (...files: readonly ZipFile[]): string =>
    zipOf({ name: '0.bin', content: zipOf(...files) }).toString('base64');

  it.each([
    ['with folders', [{ name: 'a/b.pdf' }, { name: 'a\\c.pdf' }, { name: 'd.docx' }]],
    ['that is encrypted', [{ name: 'a.pdf', flags: 1 }]],
    [
      'that holds zips',
      [{ name: 'a/b.ZIP', content: zipOf({ name: 'c.zip' }) }, { name: 'd.zip' }],
    ],
    ['that grows no more than documents do', [{ name: 'a', content: Buffer.alloc(90_000) }]],
  ])('is taken %s', (_, files) => {
    expect(refusal('a.bin', carried(...files))).toBeUndefined();
    expect(refusal('a.zip', zipOf(...files).toString('base64'))).toBeUndefined();
  });

  it.each<[string, ZipFile[], BrokenRule]>([
    ['is a bomb', [{ name: 'a' }, { name: 'b', content: zeros }], 'zip-bomb'],
    ['announces a bomb', [{ name: 'a', size: 2 ** 32 - 1 }], 'zip-bomb'],
    ['climbs', [{ name: 'a' }, { name: '../b' }], 'zip-unsafe-name'],
    ['starts at the root', [{ name: '\\\\server\\b' }], 'zip-unsafe-name'],
  ])('is refused when it %s', (_, files, rule) => {
    expect(refusal('a.bin', carried(...files))).toMatchObject({ rule });
    expect(refusal('a.zip', zipOf(...files).toString('base64'))).toMatchObject({ rule });
  });

  it('is refused when it holds too many files', () => {
    const [file, entry] = [zipOf({ name: 'a' }), zipOf({ name: 'a' }).subarray(45, -22)];
    const end = Buffer.from(file.subarray(-22));
    end.writeUInt32LE(entry.length * (ARCHIVE_FILES_LIMIT + 1), 12);
    const directory = Array<Buffer>(ARCHIVE_FILES_LIMIT + 1).fill(entry);
    const zip = Buffer.concat([file.subarray(0, 45), ...directory, end]);
    expect(refusal('a.zip', zip.toString('base64'))).toMatchObject({ rule: 'zip-bomb' });
  });
});
