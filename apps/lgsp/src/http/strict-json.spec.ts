import { describe, expect, it } from '@jest/globals';
import { DuplicateJsonKey, MalformedJson } from './http.errors.js';
import { parseStrictJson } from './strict-json.js';

describe('strict JSON', () => {
  it.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '["a","a",{"a":"a,\\"a\\":"}]',
    '{"a":"\\\\","b":"\\\\\\"","c":"{[,"}',
    '"text"',
    ' null ',
  ])('reads %s as it is', (text) => {
    expect(parseStrictJson(text)).toStrictEqual(JSON.parse(text));
  });

  it.each([
    ['at the top', '{"a":1,"a":1}', 'a'],
    ['within', '{"b":{"a":1,"c":2,"a":3}}', 'a'],
    ['in a list', '[{"x":1},{"y":1,"y":2}]', 'y'],
    ['written in two ways', '{"a":1,"\\u0061":2}', 'a'],
    ['with a quote in it', '{"\\"":1,"\\"":2}', '"'],
    ['that is empty', '{"":1,"":2}', ''],
    ['that is __proto__', '{"__proto__":1,"__proto__":2}', '__proto__'],
    ['after a value that looks like the end', '{"a":"}","b":[],"a":"{"}', 'a'],
  ])('refuses a key that stands twice %s', (_where, text, key) => {
    expect(() => parseStrictJson(text)).toThrow(new DuplicateJsonKey(key));
  });

  it.each(['', '{', '{"a"}', '{"a":1,}', '[1 2]', "{'a':1}", '"\\x"', 'NaN', '{"a":"', '\u0000'])(
    'refuses %j',
    (text) => {
      expect(() => parseStrictJson(text)).toThrow(MalformedJson);
    },
  );

  it('says where the text is wrong, and nothing of what it says', () => {
    const text = '{"name":"Nguyễn Văn Mẫu" "mobile":"84900000000"}';
    expect(() => parseStrictJson(text)).toThrow(/^not JSON/);
    expect(() => parseStrictJson(text)).not.toThrow(/Nguyễn|849/);
  });

  it('takes 32 levels and no more', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(() => parseStrictJson(nested(32))).not.toThrow();
    expect(() => parseStrictJson(nested(33))).toThrow(MalformedJson);
    expect(() => parseStrictJson(nested(100_000))).toThrow(MalformedJson);
    expect(() => parseStrictJson(`"${nested(33)}"`)).not.toThrow();
  });

  it('reads a string of the size of an attachment', () => {
    const content = 'A'.repeat(20_000_000);
    expect(
      parseStrictJson(`{"content":"${content}","escaped":"${'\\"'.repeat(1000)}"}`),
    ).toStrictEqual({
      content,
      escaped: '"'.repeat(1000),
    });
  });
});
