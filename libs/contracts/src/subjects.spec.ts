import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidSubject, InvalidToken } from './subjects.errors.js';
import {
  CATEGORIES,
  categorySubjects,
  parseSubject,
  streamOf,
  subjectOf,
  tenantSubjects,
} from './subjects.js';

const HOSTILE = {
  'a wildcard for one token': '*',
  'a wildcard for all the rest': '>',
  'a wildcard inside': 'so-*',
  nothing: '',
  'a dot': 'a.b',
  'a dot at the end': 'a.',
  'a space': 'so tttt',
  'a space at the end': 'so-tttt ',
  'a tab': 'so\ttttt',
  'a line break': 'so-tttt\n',
  'a zero byte': 'so\0tttt',
  'a letter of Vietnamese': 'sở-tttt',
  'a Cyrillic look-alike': 'sо-tttt',
  'a full-width digit': 'h３９',
  'a full-width dot': 'a．b',
  'a dash that is none': 'so–tttt',
  'a character of no width': 'so\u200btttt',
  'a dollar sign': '$JS',
  'a slash': 'a/b',
  'a percent sign': 'a%2eb',
  '65 characters': 'x'.repeat(65),
};

describe('the subject of an aggregate', () => {
  it('names the tenant, the category and the id', () => {
    expect(subjectOf('H39', 'agency', 'so-tttt')).toBe('lt.H39.agency.so-tttt');
    expect(subjectOf('H39', 'delivery', 'so-tttt.abc')).toBe('lt.H39.delivery.so-tttt.abc');
    expect(subjectOf('AXIS', 'member', 'x'.repeat(64))).toBe(`lt.AXIS.member.${'x'.repeat(64)}`);
  });

  it.each(Object.entries(HOSTILE))('has no token with %s', (_name, token) => {
    expect(() => subjectOf('H39', 'agency', token)).toThrow(InvalidToken);
    expect(() => subjectOf(token, 'agency', 'so-tttt')).toThrow(InvalidToken);
    expect(() => subjectOf('H39', 'delivery', `so-tttt.${token}`)).toThrow(InvalidToken);
    expect(() => subjectOf('H39', 'delivery', `${token}.abc`)).toThrow(InvalidToken);
    expect(() => streamOf(token)).toThrow(InvalidToken);
    expect(() => tenantSubjects(token)).toThrow(InvalidToken);
    expect(() => categorySubjects(token, 'agency')).toThrow(InvalidToken);
    expect(() => parseSubject(`lt.H39.agency.${token}`)).toThrow(InvalidSubject);
    expect(() => parseSubject(`lt.${token}.agency.so-tttt`)).toThrow(InvalidSubject);
  });

  it('has two tokens of id for a delivery and one for everything else', () => {
    expect(() => subjectOf('H39', 'delivery', 'so-tttt')).toThrow(InvalidToken);
    expect(() => subjectOf('H39', 'delivery', 'a.b.c')).toThrow(InvalidToken);
    expect(() => parseSubject('lt.H39.delivery.so-tttt')).toThrow(InvalidSubject);
  });

  it.each(['', 'lt', 'lt.H39', 'lt.H39.agency', 'xx.H39.agency.a', 'lt.H39.person.a', 'LT_H39'])(
    'is not %j',
    (text) => {
      expect(() => parseSubject(text)).toThrow(InvalidSubject);
    },
  );

  it('says why it is none without breaking a line of a log', () => {
    expect(() => subjectOf('H39', 'agency', 'a\nb')).toThrow('"a\\nb"');
    expect(() => parseSubject('a\nb')).toThrow('"a\\nb"');
  });

  it('is read back as it was made', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
    fc.assert(
      fc.property(token, fc.constantFrom(...CATEGORIES), token, token, (tenant, category, a, b) => {
        const id = category === 'delivery' ? `${a}.${b}` : a;
        const subject = subjectOf(tenant, category, id);
        expect(parseSubject(subject)).toStrictEqual({ subject, tenant, category, id });
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('a tenant', () => {
  it('has one stream and filters for it', () => {
    expect(streamOf('H39')).toBe('LT_H39');
    expect(tenantSubjects('H39')).toBe('lt.H39.>');
    expect(categorySubjects('H39', 'delivery')).toBe('lt.H39.delivery.>');
  });
});
