import { describe, expect, it } from '@jest/globals';
import { agencyCode, documentId } from './codes.js';
import { MalformedCode } from './http.errors.js';

describe('an agency code', () => {
  it.each(['000.00.13.H39', 'H39.13', 'so-tttt', 'A_1', 'H'.repeat(64)])('may be %s', (code) => {
    expect(agencyCode(code, '/from')).toBe(code);
  });

  it.each(['', '*', '>', 'a.*', '.', 'a.', '.a', 'a..b', 'a b', 'a\n', 'H\u0000', '$JS', '_INBOX'])(
    'is not %j',
    (code) => {
      expect(() => agencyCode(code, '/from')).toThrow(new MalformedCode('/from'));
    },
  );

  it.each(['Н39', 'Ｈ39', 'H\u200b39', '\u202eH39', 'H３9', 'ı', 'Đ', 'H\ud800', 'H'.repeat(65)])(
    'has no letter that only looks like one, as in %j',
    (code) => {
      expect(() => agencyCode(code, '/from')).toThrow(MalformedCode);
    },
  );
});

describe('a document’s id', () => {
  it('is 26 letters of base 32', () => {
    const id = 'abcdefghijklmnopqrstuvwx27';
    expect(documentId(id, 'id')).toBe(id);
    for (const other of [
      '',
      id.toUpperCase(),
      `${id}a`,
      id.slice(1),
      `${id}\n`,
      id.replace('2', '1'),
    ]) {
      expect(() => documentId(other, 'id')).toThrow(MalformedCode);
    }
  });
});
