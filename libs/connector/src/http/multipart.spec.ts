import { describe, expect, it } from '@jest/globals';
import { Multipart } from './multipart.js';

describe('a body of several parts', () => {
  it('tells each between its boundaries, byte for byte', () => {
    const content = Buffer.from('--not the end\r\n\u0000\u00ff', 'latin1');
    const form = new Multipart([
      { name: 'header', content: '{"from":"ủy ban"}' },
      { name: 'file', fileName: 'packet.edxml', content },
    ]);
    const [, boundary = ''] =
      /^multipart\/form-data; boundary=(\S{20,})$/.exec(form.contentType) ?? [];
    const before = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="header"',
      '',
      '{"from":"ủy ban"}',
      `--${boundary}`,
      'Content-Disposition: form-data; name="file"; filename="packet.edxml"',
      'Content-Type: application/octet-stream',
      '',
      '',
    ].join('\r\n');
    const expected = [Buffer.from(before), content, Buffer.from(`\r\n--${boundary}--\r\n`)];
    expect(Buffer.from(form.body)).toStrictEqual(Buffer.concat(expected));
  });
});
