import { describe, expect, it } from '@jest/globals';
import { InvalidField, MalformedCode } from '../http/http.errors.js';
import { feedQuery } from './feed.query.js';

describe('what is asked of a feed', () => {
  it('is a hundred entries from the beginning, at once, when nothing is said', () => {
    expect(feedQuery({})).toStrictEqual({ limit: 100, waitSeconds: 0, agencies: [] });
    expect(feedQuery({ after: '' })).toStrictEqual(feedQuery({}));
  });

  it('is what was said', () => {
    const said = { after: 'MS0w', limit: '500', wait: '30', agency: ['ubnd', '000.00.13.H39'] };
    expect(feedQuery(said)).toStrictEqual({
      after: 'MS0w',
      limit: 500,
      waitSeconds: 30,
      agencies: ['ubnd', '000.00.13.H39'],
    });
    expect(feedQuery({ agency: 'ubnd', limit: '1' })).toMatchObject({
      agencies: ['ubnd'],
      limit: 1,
    });
  });

  it.each<[string, unknown]>([
    ['limit', '501'],
    ['wait', '31'],
    ['wait', '0.5'],
    ['after', ['a', 'b']],
    ['agency', [{}]],
  ])('has no %s %j', (name, value) => {
    expect(() => feedQuery({ [name]: value })).toThrow(InvalidField);
  });

  it('names no agency by a wildcard', () => {
    expect(() => feedQuery({ agency: ['ubnd', '*'] })).toThrow(MalformedCode);
  });
});
