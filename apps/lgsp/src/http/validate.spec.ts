import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { BytesField, DayField, ListField, PartField, TextField, TimeField } from './fields.js';
import { type FieldFault, InvalidField, UnknownField } from './http.errors.js';
import { validated } from './validate.js';

class Part {
  @TextField({ max: 5 })
  readonly name!: string;
}

class Whole {
  @TextField({ max: 5 })
  readonly text!: string;

  @TextField({ optional: true })
  readonly note?: string;

  @DayField({ optional: true })
  readonly day?: string;

  @TimeField({ optional: true })
  readonly time?: string;

  @BytesField({ optional: true, maxBytes: 3 })
  readonly bytes?: string;

  @PartField(() => Part, { optional: true })
  readonly part?: Part;

  @ListField(() => Part, { max: 2, optional: true })
  readonly list?: Part[];
}

const faultsOf = (value: unknown): { kind: string; pointers: readonly string[] } => {
  try {
    validated(Whole, value);
  } catch (error) {
    if (error instanceof UnknownField || error instanceof InvalidField) {
      return { kind: error.name, pointers: error.faults.map(({ pointer }: FieldFault) => pointer) };
    }
    throw error;
  }
  return { kind: 'none', pointers: [] };
};

describe('what a body says', () => {
  it('is taken as it is where its class describes it', () => {
    const value = {
      text: 'Đơn',
      note: '',
      day: '2020-02-29',
      part: { name: 'a' },
      list: [{ name: 'b' }],
    };
    expect(validated(Whole, value)).toEqual(value);
  });

  it.each([
    ['/other', { text: 'a', other: 1 }],
    ['/part/other', { text: 'a', part: { name: 'a', other: 1 } }],
    ['/list/1/other', { text: 'a', list: [{ name: 'a' }, { name: 'b', other: 1 }] }],
    ['/a~1b~0', { text: 'a', 'a/b~': 1 }],
    ['/__proto__', JSON.parse('{"text":"a","__proto__":{"note":"x"}}')],
    ['/part/constructor', JSON.parse('{"text":"a","part":{"name":"a","constructor":"x"}}')],
    ['/hasOwnProperty', JSON.parse('{"text":"a","hasOwnProperty":1}')],
  ])('may not hold %s', (pointer, value: unknown) => {
    expect(faultsOf(value)).toStrictEqual({ kind: 'UnknownField', pointers: [pointer] });
  });

  it.each<[string, unknown]>([
    ['', null],
    ['', []],
    ['', 'text'],
    ['/text', {}],
    ['/text', { text: null }],
    ['/text', { text: ' ' }],
    ['/text', { text: 'abcdef' }],
    ['/text', { text: 'a\u0000' }],
    ['/text', { text: 'a\u202e' }],
    ['/text', { text: '\ud800' }],
    ['/text', { text: '\uffff' }],
    ['/note', { text: 'a', note: null }],
    ['/day', { text: 'a', day: '2020-02-31' }],
    ['/day', { text: 'a', day: 20200301 }],
    ['/time', { text: 'a', time: '2020-02-31T00:00:00Z' }],
    ['/time', { text: 'a', time: null }],
    ['/bytes', { text: 'a', bytes: 'YQ=' }],
    ['/bytes', { text: 'a', bytes: 'YWJjZA==' }],
    ['/part', { text: 'a', part: [{ name: 'a' }] }],
    ['/part', { text: 'a', part: 'x' }],
    ['/list', { text: 'a', list: { name: 'a' } }],
    ['/list', { text: 'a', list: [null] }],
    ['/list', { text: 'a', list: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }],
    ['/list/0/name', { text: 'a', list: [{ name: 1 }] }],
  ])('names %j in what is wrong with %j', (pointer, value) => {
    const { kind, pointers } = faultsOf(value);
    expect(kind).toBe('InvalidField');
    expect(pointers).toContain(pointer);
  });

  it('keeps pairs, tabs and line ends', () => {
    expect(faultsOf({ text: 'a\t\n\r😀' })).toStrictEqual({ kind: 'none', pointers: [] });
  });
});
