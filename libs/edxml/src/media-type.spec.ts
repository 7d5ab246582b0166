import { describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from './index.js';

describe('the media type', () => {
  it.each([
    ['công văn.pdf', '%PDF-1.7', 'application/pdf'],
    ['công văn.doc', '%PDF-1.7', 'application/pdf'],
    [
      'a.docx',
      'PK\u0003\u0004',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.pdf', 'PK\u0003\u0004', 'application/zip'],
    ['a.edxml', '<?xml version="1.0"?>', 'application/xml'],
    ['a.TXT', 'Kính gửi', 'text/plain'],
    ['a.pdf', '', 'application/octet-stream'],
    ['a.html', '<html>', 'application/octet-stream'],
    ['pdf', 'x', 'application/octet-stream'],
  ])('of %j beginning with %j is %s', (name, content, mediaType) => {
    expect(mediaTypeOf(name, Buffer.from(content, 'latin1'))).toBe(mediaType);
  });

  it('tells old Office documents apart by their names', () => {
    const ole = Buffer.from('d0cf11e0a1b11ae100', 'hex');
    expect(mediaTypeOf('a.xls', ole)).toBe('application/vnd.ms-excel');
    expect(mediaTypeOf('a', ole)).toBe('application/x-ole-storage');
  });
});
