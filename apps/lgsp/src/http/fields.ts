import { isInstant, isLocalDate } from '@lienthong/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type ClassConstructor, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  isBase64,
  IsBase64,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type Fit, Fits, fits } from './fitting.js';

interface Common {
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: string | number;
}

/**
 * Nothing that cannot be written in XML, that reorders or that hides: no controls but tab and line ends, no format
 * characters, halves of pairs or code points that are no characters.
 */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** A text that passes `test`; anything else is told as `message`. */
const checked = (name: string, message: string, test: (text: string) => boolean) =>
  ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => typeof value === 'string' && test(value),
      defaultMessage: () => `$property ${message}`,
    },
  });

const common = ({ optional = false, description, example }: Common) => ({
  required: !optional,
  ...(description === undefined ? {} : { description }),
  ...(example === undefined ? {} : { example }),
});

/**
 * @param rules what documents the field, and what can tell a fault
 * @param fit says of nearly every value without one that it has none, and never of another
 */
const field = (
  options: Common,
  rules: readonly PropertyDecorator[],
  fit: Fit,
): PropertyDecorator => {
  const { optional = false } = options;
  // An optional field may be absent; `null` is a value, and none of ours.
  const presence = optional ? [ValidateIf((_whole, value) => value !== undefined)] : [];
  return applyDecorators(
    ...presence,
    ...rules,
    Fits(optional ? (value) => value === undefined || fit(value) : fit),
  );
};

const isPlain = (text: string): boolean => PRINTABLE_ASCII.test(text) || !UNFIT.test(text);

const isSaid = (text: string): boolean => /\S/.test(text);

/** Text of at most `max` characters (default 1,000), not blank unless optional. */
export const TextField = (
  options: Common & { readonly max?: number; readonly pattern?: RegExp } = {},
): PropertyDecorator => {
  const { max = 1000, pattern, optional = false } = options;
  const tests = [
    isPlain,
    ...(optional ? [] : [isSaid]),
    ...(pattern ? [(text: string) => pattern.test(text)] : []),
  ];
  return field(
    options,
    [
      ApiProperty({ type: String, maxLength: max, ...common(options) }),
      IsString(),
      MaxLength(max),
      checked('plainText', 'has control or invisible characters', isPlain),
      ...(optional ? [] : [checked('said', 'must not be blank', isSaid)]),
      ...(pattern ? [Matches(pattern)] : []),
    ],
    (value) =>
      typeof value === 'string' && value.length <= max && tests.every((test) => test(value)),
  );
};

/** An agency code in either form; look-alike letters and control characters are none. */
export const CodeField = (options: Common = {}): PropertyDecorator =>
  field(
    options,
    [ApiProperty({ type: String, maxLength: 64, ...common(options) }), IsString(), MaxLength(64)],
    (value) => typeof value === 'string' && value.length <= 64,
  );

/** RFC 3339 with a zone. */
export const TimeField = (options: Common = {}): PropertyDecorator =>
  field(
    options,
    [
      ApiProperty({ type: String, format: 'date-time', ...common(options) }),
      checked('time', 'must be an RFC 3339 date-time that exists', isInstant),
    ],
    (value) => typeof value === 'string' && isInstant(value),
  );

export const DayField = (options: Common = {}): PropertyDecorator =>
  field(
    options,
    [
      ApiProperty({ type: String, format: 'date', ...common(options) }),
      checked('day', 'must be a day that exists, yyyy-MM-dd', isLocalDate),
    ],
    (value) => typeof value === 'string' && isLocalDate(value),
  );

export const WordField = (words: readonly string[], options: Common = {}): PropertyDecorator =>
  field(
    options,
    [ApiProperty({ type: String, enum: [...words], ...common(options) }), IsIn([...words])],
    (value) => typeof value === 'string' && words.includes(value),
  );

/** `true` or `false`. */
export const FlagField = (options: Common = {}): PropertyDecorator =>
  field(
    options,
    [ApiProperty({ type: 'boolean', ...common(options) }), IsBoolean()],
    (value) => typeof value === 'boolean',
  );

export const IntegerField = (
  options: Common & { readonly min: number; readonly max: number },
): PropertyDecorator => {
  const { min, max } = options;
  return field(
    options,
    [
      ApiProperty({ type: 'integer', minimum: min, maximum: max, ...common(options) }),
      IsInt(),
      Min(min),
      Max(max),
    ],
    (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
  );
};

/** At most `maxBytes` bytes in base64 (RFC 4648, section 4). */
export const BytesField = (options: Common & { readonly maxBytes: number }): PropertyDecorator => {
  const max = 4 * Math.ceil(options.maxBytes / 3);
  return field(
    options,
    [ApiProperty({ type: String, format: 'byte', ...common(options) }), MaxLength(max), IsBase64()],
    (value) => typeof value === 'string' && value.length <= max && isBase64(value),
  );
};

export const PartField = <T extends object>(
  type: () => ClassConstructor<T>,
  options: Common = {},
): PropertyDecorator =>
  field(
    options,
    [
      ApiProperty({ type: () => type(), ...common(options) }),
      IsObject(),
      ValidateNested(),
      Type(type),
    ],
    (value) => fits(type(), value),
  );

export const ListField = <T extends object>(
  type: () => ClassConstructor<T>,
  options: Common & { readonly min?: number; readonly max: number },
): PropertyDecorator => {
  const { min = 0, max } = options;
  return field(
    options,
    [
      ApiProperty({
        type: () => type(),
        isArray: true,
        minItems: min,
        maxItems: max,
        ...common(options),
      }),
      IsArray(),
      ArrayMinSize(min),
      ArrayMaxSize(max),
      IsObject({ each: true }),
      ValidateNested({ each: true }),
      Type(type),
    ],
    (value) =>
      Array.isArray(value) &&
      value.length >= min &&
      value.length <= max &&
      value.every((item) => fits(type(), item)),
  );
};

export const TextListField = (options: Common & { readonly max: number }): PropertyDecorator => {
  const { max } = options;
  return field(
    options,
    [
      ApiProperty({ type: String, isArray: true, maxItems: max, ...common(options) }),
      IsArray(),
      ArrayMaxSize(max),
      IsString({ each: true }),
      MaxLength(64, { each: true }),
    ],
    (value) =>
      Array.isArray(value) &&
      value.length <= max &&
      value.every((item) => typeof item === 'string' && item.length <= 64),
  );
};
