import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { MalformedCode } from '../http/http.errors.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { withContent } from './attachment-intake.js';
import { DocumentRequest } from './document.request.js';
import { type Draft } from './draft.js';
import { draftOfRequest } from './json-draft.js';

const DOCUMENT = {
  from: '000.00.13.H39',
  documentId: '000.00.13.H39,2020/03/02,1/STTTT',
  code: { number: '1', notation: 'STTTT-VP' },
  typeName: 'Công văn',
  subject: 'V/v thử',
  dueOn: '2020-03-09',
  to: [{ code: '000.00.00.H39' }, { code: '000.21.32.H39', channel: 'paper' }],
  signer: { fullName: 'Nguyễn Văn Mẫu' },
  staff: { department: 'Văn thư', name: 'Cán bộ mẫu' },
  attachments: [{ name: 'a.pdf', mediaType: 'application/pdf', content: 'YQ==' }],
};

const draftOf = (value: object, text = JSON.stringify(value)): Draft => {
  const request = validated(DocumentRequest, parseStrictJson(text));
  const attachments = (request.attachments ?? []).map(({ content = '', ...file }) =>
    withContent(file, Buffer.from(content, 'base64')),
  );
  return draftOfRequest(request, attachments, {
    bytes: Buffer.from(text),
    mediaType: 'application/json',
  });
};

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, reversed(member)] as const);
  return Object.fromEntries(members.reverse());
};

describe('a document as JSON', () => {
  it('says who sends what to whom', () => {
    expect(draftOf(DOCUMENT)).toMatchObject({
      from: '000.00.13.H39',
      header: {
        documentId: DOCUMENT.documentId,
        code: '1/STTTT-VP',
        typeName: 'Công văn',
        subject: 'V/v thử',
        dueOn: '2020-03-09',
        priority: 0,
      },
      to: [
        { code: '000.00.00.H39', channel: 'electronic' },
        { code: '000.21.32.H39', channel: 'paper' },
      ],
      attachments: [{ name: 'a.pdf', content: Buffer.from('a') }],
      signer: { fullName: 'Nguyễn Văn Mẫu' },
      staff: { department: 'Văn thư', name: 'Cán bộ mẫu' },
      packet: { bytes: Buffer.from(JSON.stringify(DOCUMENT)), mediaType: 'application/json' },
    });
  });

  it.each([
    ['another order of its keys', JSON.stringify(reversed(DOCUMENT))],
    ['white space', JSON.stringify(DOCUMENT, null, 2)],
    ['escapes', JSON.stringify(DOCUMENT).replace('Công', 'C\\u00f4ng')],
    ['what goes without saying said', JSON.stringify({ ...DOCUMENT, priority: 0 })],
    ['a time of issue', JSON.stringify({ ...DOCUMENT, issuedAt: '2020-03-02T08:00:00Z' })],
  ])('is the same with %s', (_what, text) => {
    expect(draftOf(DOCUMENT, text).inputDigest).toBe(draftOf(DOCUMENT).inputDigest);
  });

  it.each<[string, object]>([
    ['sender', { from: '000.00.14.H39' }],
    ['DocumentId', { documentId: 'x' }],
    ['number', { code: { number: '2', notation: 'STTTT-VP' } }],
    ['kind', { typeName: 'Quyết định' }],
    ['subject', { subject: 'V/v khác' }],
    ['day', { dueOn: '2020-03-10' }],
    ['priority', { priority: 1 }],
    ['recipient', { to: [{ code: '000.00.00.H39' }] }],
    ['channel', { to: [{ code: '000.00.00.H39' }, { code: '000.21.32.H39' }] }],
    ['signer', { signer: { fullName: 'Trần Thị Mẫu' } }],
    ['staff', { staff: { department: 'Văn thư' } }],
    ['file', { attachments: [{ ...DOCUMENT.attachments[0], content: 'Yg==' }] }],
    ['name of a file', { attachments: [{ ...DOCUMENT.attachments[0], name: 'b.pdf' }] }],
  ])('is another with another %s', (_what, changes) => {
    expect(draftOf({ ...DOCUMENT, ...changes }).inputDigest).not.toBe(
      draftOf(DOCUMENT).inputDigest,
    );
  });

  it('names the code that is none by its place', () => {
    const wildcard = { ...DOCUMENT, to: [{ code: '000.00.00.H39' }, { code: '*' }] };
    expect(() => draftOf(wildcard)).toThrow(new MalformedCode('/to/1/code'));
    expect(() => draftOf({ ...DOCUMENT, from: '>' })).toThrow(new MalformedCode('/from'));
  });
});
