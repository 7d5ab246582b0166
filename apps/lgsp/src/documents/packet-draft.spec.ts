import { describe, expect, it } from '@jest/globals';
import { type DocumentPacket, readPacket } from '@lienthong/edxml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidField, MalformedCode } from '../http/http.errors.js';
import { type Draft } from './draft.js';
import { draftOfPacket } from './packet-draft.js';

const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../../test/packets', name), 'utf8');

const PACKET = sample('new-three-recipients.edxml');

const documentPacket = (text: string): DocumentPacket => {
  const packet = readPacket(Buffer.from(text));
  if (packet.kind !== 'document') throw new Error('no document');
  return packet;
};

const draftOf = (text: string): Draft => {
  const bytes = Buffer.from(text);
  return draftOfPacket(readPacket(bytes), { bytes, mediaType: 'application/edxml+xml' });
};

describe('a document as a packet', () => {
  it('says who sends what to whom', () => {
    expect(draftOf(PACKET)).toMatchObject({
      from: '000.00.00.G22',
      header: {
        documentId: '000.00.00.G22,2015/09/30,7816/VPCP-TTĐT',
        code: '7816/VPCP-TTĐT',
        typeName: 'Công văn',
        promulgatedOn: '2019-04-11',
        priority: 0,
      },
      to: ['H41', 'H14', 'G17'].map((end) => ({ code: `000.00.00.${end}`, channel: 'electronic' })),
      attachments: [{ name: '1896_QD-TTg_m_294779.doc' }],
      signer: { fullName: 'Nguyễn Văn Mẫu' },
      packet: { bytes: Buffer.from(PACKET), mediaType: 'application/edxml+xml' },
    });
  });

  it('goes out on paper too where the packet says so', () => {
    const both = PACKET.replace('<edXML:Paper>0<', '<edXML:Paper>1<');
    expect(draftOf(both).to.map(({ channel }) => channel)).toStrictEqual(['both', 'both', 'both']);
  });

  it.each([
    ['another prefix', PACKET.replaceAll('edXML:', 'e:').replaceAll('xmlns:edXML', 'xmlns:e')],
    ['other white space', PACKET.replaceAll('\n', '\n\n')],
  ])('is the same with %s', (_what, text) => {
    expect(text).not.toBe(PACKET);
    expect(draftOf(text).inputDigest).toBe(draftOf(PACKET).inputDigest);
  });

  it.each([
    ['subject', PACKET.replace(/(<edXML:Subject>)[^<]*/, '$1V/v khác')],
    ['recipient', PACKET.replace('000.00.00.H41', '000.00.00.H42')],
    ['channel', PACKET.replace('<edXML:Paper>0<', '<edXML:Paper>1<')],
  ])('is another with another %s', (_what, text) => {
    expect(draftOf(text).inputDigest).not.toBe(draftOf(PACKET).inputDigest);
  });

  it.each(['0', '1', '4', '5', '-1', 'Khẩn', ''])('takes the priority %j for a number', (text) => {
    const packet = PACKET.replace('<edXML:Priority>0<', `<edXML:Priority>${text}<`);
    expect(draftOf(packet).header.priority).toBe(/^[1-4]$/.test(text) ? Number(text) : 0);
  });

  it('is none when it is a status', () => {
    expect(() => draftOf(sample('status-02-refused.edxml'))).toThrow(InvalidField);
  });

  it('revokes another that it names', () => {
    expect(draftOf(sample('revoke.edxml')).business).toMatchObject({
      kind: 'revoke',
      reason: expect.any(String),
    });
  });

  it('is a new version, which some recipients join and others are to give back', () => {
    expect(draftOf(sample('update.edxml')).business).toStrictEqual({
      kind: 'update',
      target: '000.00.00.G22,2014/02/30,7806/VPCP-TTĐT',
      reason: 'Cập nhật văn bản điện tử',
      added: [{ code: '000.00.00.H41', channel: 'electronic' }],
      askedBack: ['000.00.00.H14'],
    });
  });

  it('takes the place of others', () => {
    const packet = { ...documentPacket(PACKET), businessType: 3 } as const;
    const replacements = [{ documentId: 'old', organIds: [] }];
    const business = { receivers: [], replacements };
    const draft = draftOfPacket(
      { ...packet, business },
      { bytes: new Uint8Array(), mediaType: 'application/edxml+xml' },
    );
    expect(draft.business).toStrictEqual({ kind: 'replace', replaced: ['old'] });
  });

  it('names the code that is none by its element', () => {
    expect(() => draftOf(PACKET.replace('000.00.00.H14', '*'))).toThrow(
      new MalformedCode('To/OrganId'),
    );
  });
});
