import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import {
  BytesField,
  CodeField,
  DayField,
  FlagField,
  IntegerField,
  ListField,
  PartField,
  TextField,
  TextListField,
  TimeField,
  WordField,
} from './fields.js';
import { fits } from './fitting.js';

class Part {
  @TextField({ max: 3, pattern: /^a/ })
  readonly name!: string;
}

class Whole {
  @TextField({ max: 4 })
  readonly text!: string;

  @TextField({ optional: true, max: 4 })
  readonly note?: string;

  @CodeField({ optional: true })
  readonly code?: string;

  @DayField({ optional: true })
  readonly day?: string;

  @TimeField({ optional: true })
  readonly time?: string;

  @WordField(['one', 'two'], { optional: true })
  readonly word?: string;

  @FlagField({ optional: true })
  readonly flag?: boolean;

  @IntegerField({ optional: true, min: 0, max: 4 })
  readonly integer?: number;

  @BytesField({ optional: true, maxBytes: 3 })
  readonly bytes?: string;

  @PartField(() => Part, { optional: true })
  readonly part?: Part;

  @ListField(() => Part, { max: 2, optional: true })
  readonly list?: Part[];

  @TextListField({ max: 2, optional: true })
  readonly texts?: string[];
}

const isFaultless = (type: ClassConstructor<object>, value: object): boolean =>
  validateSync(plainToInstance(type, value), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  }).length === 0;

const good = {
  text: 'Đơn',
  note: '',
  code: '000.00.13.H39',
  day: '2020-02-29',
  time: '2020-03-02T07:00:00+07:00',
  word: 'two',
  flag: false,
  integer: 4,
  bytes: 'YWJj',
  part: { name: 'abc' },
  list: [{ name: 'a' }, { name: 'ab' }],
  texts: ['', 'a'],
};

/** What comes close: right for one field and wrong for another, or wrong by a little. */
const odd = fc.oneof(
  fc.constantFrom(...Object.values(good)),
  fc.constantFrom('', ' ', 'abcde', '😀😀😀😀', 'a\u0000', '\u202e', '\ud800', 'a'.repeat(65)),
  fc.constantFrom(0, -1, 5, 1.5, 1e21, true, null, 'three', '2020-02-31', 'YQ=', 'YWJjZA=='),
  fc.constantFrom<unknown>([], {}, [null], [{}], { name: 'b' }, { name: 'a', other: 1 }, ['a', 1]),
  fc.constantFrom<unknown>([{ name: 'a' }, { name: 'a' }, { name: 'a' }], ['a', 'b', 'c']),
);

describe('a value that fits', () => {
  it('is seen at a glance', () => {
    expect(fits(Whole, good)).toBe(true);
    expect(fits(Whole, { text: 'a' })).toBe(true);
  });

  it('has never a fault, whatever is changed, left out or added', () => {
    const names = fc.constantFrom(...Object.keys(good), 'other', '__proto__', 'constructor');
    const changes = fc.array(fc.tuple(names, fc.option(odd, { nil: undefined })), { maxLength: 3 });
    let fitting = 0;
    fc.assert(
      fc.property(changes, (changed) => {
        const kept = Object.entries(good).filter(([name]) => !changed.some(([to]) => to === name));
        const said = changed.filter(([, value]) => value !== undefined);
        const value = Object.fromEntries([...kept, ...said]);
        if (!fits(Whole, value)) return;
        fitting += 1;
        expect(isFaultless(Whole, value)).toBe(true);
      }),
      { seed: 7, numRuns: 3_000 },
    );
    expect(fitting).toBeGreaterThan(300);
  });

  it.each([null, undefined, 'text', 1, [], [{ text: 'a' }], {}, { text: 'a', other: 1 }])(
    'is not %j',
    (value) => {
      expect(fits(Whole, value)).toBe(false);
    },
  );

  it('is none of a class that says nothing of its fields', () => {
    expect(fits(Date, {})).toBe(false);
  });
});
