import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  cleanDocument,
  cleanReplacement,
  cleanStatus,
  cleanUpdate,
} from '../../../../test/edxml/clean-packets.js';
import { sample, sampleNames } from '../../../../test/edxml/samples.js';
import { zipOf } from '../../../../test/edxml/zips.js';
import { DEPTH_LIMIT, ENVELOPE_LIMIT } from '../limits.js';
import { readPacket } from '../read-packet.js';
import { writeDocumentPacket } from '../write-document.js';
import { writeStatusPacket } from '../write-status.js';
import { checkPacket } from './check-packet.js';
import { DEVIATIONS } from './deviations.catalogue.js';
import { type CheckRule, RULES, isRefusal } from './rules.js';

const MIB = 2 ** 20;
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const document = textOf(writeDocumentPacket(cleanDocument));
const update = textOf(writeDocumentPacket(cleanUpdate));
const replacement = textOf(writeDocumentPacket(cleanReplacement));
const status = textOf(writeStatusPacket(cleanStatus));

const check = (packet: string) => checkPacket(Buffer.from(packet));

const changed = (packet: string, from: string | RegExp, to: string): string => {
  expect(packet).toMatch(from);
  return packet.replace(from, () => to);
};

const CONTENT = /(?<=2016">)UEs[^<]+/;
const carrying = (zip: Buffer): string => changed(document, CONTENT, zip.toString('base64'));
const text = (name: string, value: string) => (packet: string) =>
  changed(packet, new RegExp(`(?<=<edXML:${name}>)[^<]*`), value);
const without = (pattern: RegExp) => (packet: string) => changed(packet, pattern, '');

const SIGNATURE = (namespace: string, algorithm: string): string =>
  `<Signature xmlns="${namespace}"><SignedInfo><SignatureMethod Algorithm="${algorithm}"/></SignedInfo><SignatureValue>QQ==</SignatureValue></Signature>`;
const signed = (signature: string): string =>
  changed(document, '</edXML:edXMLHeader>', `${signature}</edXML:edXMLHeader>`);
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const QCVN = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
const SHA_256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const LIST = /\s*<AttachmentEncoded>[^]*<\/AttachmentEncoded>/;

/** A packet that breaks this rule and no other. */
const breaking: Readonly<Record<CheckRule, () => string>> = {
  'malformed-xml': () => changed(document, '<edXML:Subject>', '<xlink:Subject>'),
  'dtd-forbidden': () => changed(document, '<edXML ', '<!DOCTYPE edXML><edXML '),
  'packet-too-large': () => text('Subject', 'a'.repeat(ENVELOPE_LIMIT))(document),
  'packet-too-complex': () => text('Subject', '<a>'.repeat(DEPTH_LIMIT))(document),
  'attachment-too-large': () => carrying(zipOf({ name: 'a.txt', size: 51 * MIB, packedSize: MIB })),
  'attachments-too-large': () => {
    const carried = carrying(zipOf({ name: 'a.txt', size: 50 * MIB, packedSize: MIB }));
    const [body = ''] = /<Attachment>[^]*?<\/Attachment>/.exec(carried) ?? [];
    return carried.replace(body, () => body.repeat(5));
  },
  'not-edxml': () => changed(document, /QCVN_102_2016/g, 'QCVN_102_2017'),
  'predecessor-2803': () =>
    '<?xml version="1.0"?><Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"/>',
  'part-twice': () =>
    changed(document, '<edXML:Subject>', '<edXML:Subject>a</edXML:Subject><edXML:Subject>'),
  'part-missing': () => without(/<edXML:Subject>.*/)(document),
  'business-type-unknown': () => text('BussinessDocType', '4')(document),
  'base64-broken': () => changed(document, CONTENT, 'QUJ'),
  'file-name-unusable': () => changed(document, /a\.txt/g, '../a.txt'),
  'zip-bomb': () => carrying(zipOf({ name: 'a.txt', content: Buffer.alloc(2 * MIB) })),
  'zip-broken': () => carrying(zipOf({ name: 'a.txt', crc: 1 })),
  'zip-encrypted': () => carrying(zipOf({ name: 'a.txt', flags: 1 })),
  'zip-several-files': () => carrying(zipOf({ name: 'a.txt' }, { name: 'b.txt' })),
  'zip-unsafe-name': () => carrying(zipOf({ name: '../a.txt' })),
  'byte-order-mark': () => `\uFEFF${document}`,
  'xml-declaration-missing': () => changed(document, /^<\?xml.*\n/, ''),
  'element-unknown': () =>
    changed(document, '<edXML:Subject>', '<edXML:Note>a</edXML:Note><edXML:Subject>'),
  'element-order': () =>
    changed(
      changed(document, /<edXML:DueDate>.*\n/, ''),
      '<edXML:Subject>',
      '<edXML:DueDate>2020/03/12</edXML:DueDate><edXML:Subject>',
    ),
  'element-empty': () => text('Fax', '')(document),
  'date-form': () => text('PromulgationDate', '02/03/2020')(document),
  'date-unreadable': () => text('DueDate', '2020/02/30')(document),
  'time-form': () => text('Timestamp', '2020-03-02T07:00:00Z')(document),
  'time-unreadable': () => text('Timestamp', '2020/03/02 25:00:00')(document),
  'organ-code-form': () => text('OrganId', 'vxp.saas.03')(document),
  'organ-null': () => changed(document, /(?<=<edXML:TraceHeader>\s*<edXML:OrganId>)[^<]*/, 'null'),
  'document-id-form': () => text('DocumentId', 'so-7')(document),
  'document-id-day': () => text('DocumentId', '000.00.13.H39,2014/02/30,7/VP')(document),
  'code-number-form': () => text('CodeNumber', '7a')(document),
  'value-unknown': () => text('Priority', '9')(document),
  'status-unknown': () => text('StatusCode', '07')(status),
  'type-name-missing': () => without(/<edXML:TypeName>.*/)(document),
  'trace-missing': () => without(/<edXML:TraceHeaderList>[^]*<\/edXML:TraceHeaderList>/)(document),
  'business-missing': () => without(/<edXML:Bussiness>[^]*<\/edXML:Bussiness>/)(document),
  'reason-missing': () => without(/<edXML:BussinessDocReason>.*/)(update),
  'replacement-missing': () =>
    without(/<edXML:ReplacementInfoList>[^]*<\/edXML:ReplacementInfoList>/)(replacement),
  'manifest-missing': () => without(/<edXML:Reference>[^]*?<\/edXML:Reference>/)(document),
  'manifest-differs': () => text('AttachmentName', 'c.txt')(document),
  'content-id-form': () => changed(document, 'cid:1', '1'),
  'content-id-missing': () =>
    without(/<ContentId>.*/)(without(/<edXML:Reference>[^]*?<\/edXML:Reference>/)(document)),
  'attachment-name-missing': () => without(/<AttachmentName>a.*/)(document),
  'attachment-misplaced': () => {
    const [list = ''] = LIST.exec(document) ?? [];
    return without(LIST)(document).replace(
      '</edXML:edXMLEnvelope>',
      () => `${list}</edXML:edXMLEnvelope>`,
    );
  },
  'attachment-unzipped': () =>
    changed(
      changed(
        changed(document, CONTENT, 'QUJD'),
        '<edXML:ContentType>application/zip',
        '<edXML:ContentType>text/plain',
      ),
      '<ContentType>application/zip',
      '<ContentType>text/plain',
    ),
  'content-type-wrong': () => text('ContentType', 'application/pdf')(document),
  'file-kind-differs': () => carrying(zipOf({ name: 'a.edxml' })),
  'base64-lines': () => changed(document, /(?<=2016">UEs)/, '\n'),
  'signature-empty': () => signed(`<Signature xmlns="${DSIG}"/>`),
  'signature-namespace': () => signed(SIGNATURE(QCVN, SHA_256)),
  'signature-algorithm': () => signed(SIGNATURE(DSIG, `${DSIG}rsa-sha1`)),
};

describe('the check of a packet', () => {
  it.each([
    ['a new document', document],
    ['an update', update],
    ['a replacement', replacement],
    ['a status', status],
    ['a signed document', signed(SIGNATURE(DSIG, SHA_256))],
  ])('finds nothing in %s as we write it', (_, packet) => {
    expect(check(packet)).toEqual([]);
  });

  it.each(Object.keys(RULES).filter((rule): rule is CheckRule => rule in RULES))(
    'finds the one deviation there is: %s',
    (rule) => {
      // Without an id of its own an attachment is matched with no reference.
      const also = rule === 'content-id-missing' ? ['manifest-missing'] : [];
      const found = check(breaking[rule]());
      expect(new Set(found.map((one) => one.rule))).toEqual(new Set([rule, ...also]));
    },
  );

  it.each(Object.entries(breaking))('tells whether the packet is taken: %s', (rule, packet) => {
    const read = () => readPacket(Buffer.from(packet()));
    if (isRefusal(rule)) expect(read).toThrow();
    else expect(read).not.toThrow();
  });

  it('says where, and what stands there', () => {
    expect(check(breaking['date-form']())).toEqual([
      {
        line: 26,
        column: 11,
        rule: 'date-form',
        path: 'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/PromulgationInfo/PromulgationDate',
        found: '02/03/2020',
      },
    ]);
  });

  it('names all that is missing, in the order of the packet', () => {
    const [code, subject] = ['CodeNumber', 'Subject'].map(
      (name) => new RegExp(`<edXML:${name}>.*`),
    );
    const packet = changed(
      changed(changed(document, code ?? '', ''), subject ?? '', ''),
      /a\.txt/,
      'c.txt',
    );
    expect(check(packet)).toMatchObject([
      { rule: 'part-missing', path: expect.stringMatching(/MessageHeader\/Subject$/) },
      { rule: 'part-missing', path: expect.stringMatching(/Code\/CodeNumber$/) },
      { rule: 'manifest-differs', found: 'c.txt' },
    ]);
  });

  it('has something to say of every packet that a real producer wrote', () => {
    for (const name of sampleNames) {
      const found = checkPacket(sample(name)).map(({ rule }) => rule);
      if (name !== 'status-13-take-back') expect(found).not.toEqual([]);
      expect(found.filter(isRefusal)).toEqual([]);
    }
  });

  it('explains every rule in docs/edxml.md, and no other', () => {
    const guide = readFileSync(new URL('../../../../docs/edxml.md', import.meta.url), 'utf8');
    const explained = [...guide.matchAll(/^\| `([a-z0-9-]+)` /gm)].map(([, rule]) => rule);
    expect(explained).toEqual(Object.keys(RULES));
  });

  it('has both languages for every rule', () => {
    const said = Object.values(RULES).flatMap(({ what, fix }) => [
      what.vi,
      what.en,
      fix.vi,
      fix.en,
    ]);
    expect(said.filter((words) => words.length < 10)).toEqual([]);
    expect(Object.keys(DEVIATIONS).length).toBeGreaterThan(30);
  });
});
