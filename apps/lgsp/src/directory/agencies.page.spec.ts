import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Directory, type Level } from '@lienthong/directory';
import { instant } from '@lienthong/kernel';
import { InvalidCursor } from '@lienthong/projections';
import { InvalidField } from '../http/http.errors.js';
import { cursorAt } from '../http/page.query.js';
import { agencyPage, agencyQuery } from './agencies.page.js';

const DAY = '2020-03-02';
const at = instant('2020-01-01T00:00:00+07:00');

const register = (directory: Directory, id: string, level: Level, from = '2020-01-01'): void => {
  directory.applyAgency(id, {
    type: 'AgencyRegistered',
    realm: 'inside',
    name: id,
    placement: { level, sector: 'state' },
    codes: [{ code: `000.${id}.H39`, form: 'qcvn102', from }],
    from,
    at,
  });
};

/** Seven agencies, two of them communes; one does not exist yet on the day. */
const sevenAgencies = (): Directory => {
  const directory = new Directory();
  for (const id of ['g', 'f', 'e']) register(directory, id, 'province');
  register(directory, 'later', 'province', '2021-01-01');
  for (const id of ['d', 'c']) register(directory, id, 'commune');
  for (const id of ['b', 'a']) register(directory, id, 'province');
  return directory;
};

/** The ids of each page, from the first to the one without a cursor. */
const pagesOf = (directory: Directory, query: Readonly<Record<string, string>>): string[][] => {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const asked = agencyQuery({ ...query, ...(after === undefined ? {} : { after }) });
    const { entries, cursor } = agencyPage(directory, asked, DAY);
    pages.push(entries.map(({ id }) => id));
    after = cursor;
  } while (after !== undefined);
  return pages;
};

describe('the list of agencies', () => {
  it('is read page by page in the order of registration, each agency once', () => {
    const directory = sevenAgencies();
    expect(pagesOf(directory, { limit: '3' })).toStrictEqual([
      ['g', 'f', 'e'],
      ['d', 'c', 'b'],
      ['a'],
    ]);
    expect(pagesOf(directory, { limit: '7' })).toStrictEqual([['g', 'f', 'e', 'd', 'c', 'b', 'a']]);
    expect(pagesOf(directory, { limit: '1', level: 'commune' })).toStrictEqual([['d'], ['c']]);
  });

  it('goes on where it was though agencies were registered meanwhile', () => {
    const directory = sevenAgencies();
    const first = agencyPage(directory, agencyQuery({ limit: '6' }), DAY);
    register(directory, 'new', 'province');
    const query = agencyQuery({ limit: '6', after: first.cursor });
    expect(agencyPage(directory, query, DAY).entries.map(({ id }) => id)).toStrictEqual([
      'a',
      'new',
    ]);
  });

  it('has one entry for a code, or none', () => {
    const directory = sevenAgencies();
    expect(pagesOf(directory, { code: '000.d.H39' })).toStrictEqual([['d']]);
    expect(pagesOf(directory, { code: '000.d.H39', level: 'province' })).toStrictEqual([[]]);
    expect(pagesOf(directory, { code: '000.later.H39' })).toStrictEqual([[]]);
  });

  it('has no place that nobody was given', () => {
    const query = agencyQuery({ after: cursorAt('nobody') });
    expect(() => agencyPage(sevenAgencies(), query, DAY)).toThrow(InvalidCursor);
    expect(() => agencyQuery({ level: 'village' })).toThrow(InvalidField);
    expect(() => agencyQuery({ code: ['a', 'b'] })).toThrow(InvalidField);
  });
});
