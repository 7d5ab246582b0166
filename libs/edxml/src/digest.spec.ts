import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryDocument } from '../../../test/edxml/arbitrary-packets.js';
import { sample, sampleText } from '../../../test/edxml/samples.js';
import {
  type DocumentPacket,
  canonicalPacketDigest,
  readPacket,
  writeDocumentPacket,
} from './index.js';

const SEED = 102;

const documentOf = (text: string | Uint8Array): DocumentPacket => {
  const packet = readPacket(typeof text === 'string' ? Buffer.from(text) : text);
  if (packet.kind !== 'document') throw new Error('not a document');
  return packet;
};

const update = documentOf(sample('update'));
const [first, second, ...others] = update.to;

describe('the digest of a packet', () => {
  it('stays as it is for ever: it is stored with every document', () => {
    expect(canonicalPacketDigest(update)).toBe(
      'b194becd07df50c52a936b29d5be8e606ed52a380b21987c9242c75fc9212caf',
    );
  });

  it('survives writing and reading', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const rewritten = documentOf(writeDocumentPacket(document));
        expect(canonicalPacketDigest(rewritten)).toBe(canonicalPacketDigest(document));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it.each([
    [
      'prefixes',
      (text: string) => text.replaceAll('edXML:', 'q:').replaceAll('xmlns:edXML', 'xmlns:q'),
    ],
    ['line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['indentation', (text: string) => text.replace(/>\s+</g, '><')],
    [
      'element order',
      (text: string) => text.replace(/(<edXML:Subject>.*\n)([^]*?)(<edXML:SignerInfo>)/, '$2$1$3'),
    ],
    [
      'the order of recipients',
      (text: string) =>
        text.replace(/(<edXML:To>[^]*?<\/edXML:To>)([^]*?)(<edXML:To>[^]*?<\/edXML:To>)/, '$3$2$1'),
    ],
    ['hops', (text: string) => text.replace(/<edXML:TraceHeader>[^]*?<\/edXML:TraceHeader>/, '')],
    ['content ids', (text: string) => text.replaceAll('cid:209', 'cid:1')],
    ['content types', (text: string) => text.replaceAll('application/zip', 'application/pdf')],
    [
      'zips',
      (text: string) =>
        text.replace(
          /(?<=2016">)UEs[^<]+/,
          Buffer.from(update.attachments[0]?.content ?? []).toString('base64'),
        ),
    ],
  ])('does not depend on %s', (_, change) => {
    const changed = change(sampleText('update'));
    expect(changed).not.toBe(sampleText('update'));
    expect(canonicalPacketDigest(documentOf(changed))).toBe(canonicalPacketDigest(update));
  });

  it('does not depend on white space, nor on what is left empty', () => {
    const same = {
      ...update,
      subject: ` ${update.subject}\n`,
      typerNotation: 'TVC ',
      responseFor: [{}],
    };
    expect(canonicalPacketDigest(same)).toBe(canonicalPacketDigest(update));
  });

  it.each<[string, Partial<DocumentPacket>]>([
    ['the subject', { subject: 'V/v khác' }],
    ['the type of business', { businessType: 1 }],
    ['the sender', { from: { ...update.from, organId: 'H39' } }],
    ['a recipient', { to: update.to.slice(1) }],
    ['a recipient named twice', { to: [...update.to, ...update.to.slice(0, 1)] }],
    [
      'what is said about which recipient',
      {
        to: [
          { ...first, organId: second?.organId ?? '' },
          { ...second, organId: first?.organId ?? '' },
          ...others,
        ],
      },
    ],
    ['a date', { dueDate: '2018-09-29' }],
    [
      'the paper copy',
      { business: { receivers: [], replacements: [], ...update.business, paper: true } },
    ],
    ['an attachment gone', { attachments: [] }],
    [
      'an attachment renamed',
      { attachments: update.attachments.map((one) => ({ ...one, name: 'b.doc' })) },
    ],
    [
      'a byte of an attachment',
      {
        attachments: update.attachments.map((one) => ({
          ...one,
          content: one.content.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
        })),
      },
    ],
    ['the order of appendixes', { appendixes: [...update.appendixes, 'b'] }],
  ])('depends on %s', (_, change) => {
    expect(canonicalPacketDigest({ ...update, ...change })).not.toBe(canonicalPacketDigest(update));
  });
});
