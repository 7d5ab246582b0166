import { describe, expect, it } from '@jest/globals';
import { InvalidCursor } from '@lienthong/projections';
import { InvalidField } from './http.errors.js';
import { cursorAt, pageQuery, placeOf } from './page.query.js';

describe('a page', () => {
  it('is the first hundred when nothing is said', () => {
    expect(pageQuery({})).toStrictEqual({ limit: 100 });
    expect(pageQuery({ after: '' })).toStrictEqual({ limit: 100 });
    expect(pageQuery({ after: 'MS0w', limit: '500' })).toStrictEqual({ after: 'MS0w', limit: 500 });
  });

  it.each<[string, unknown]>([
    ['limit', '0'],
    ['limit', '501'],
    ['limit', '-1'],
    ['limit', '1e2'],
    ['limit', ' 5'],
    ['limit', ''],
    ['limit', ['1', '2']],
    ['after', ['a', 'b']],
    ['after', { a: 'b' }],
  ])('has no %s %j', (name, value) => {
    expect(() => pageQuery({ [name]: value })).toThrow(InvalidField);
  });
});

describe('a cursor', () => {
  it.each(['so-tttt', '1', 'ubnd_xã'])('leads back to %s', (name) => {
    expect(placeOf(cursorAt(name))).toBe(name);
  });

  it.each(['', '*', 'yesterday!', 'c28tdHR0dA==', ' c28tdHR0dA', '_w'])('is never %j', (cursor) => {
    expect(() => placeOf(cursor)).toThrow(InvalidCursor);
  });
});
