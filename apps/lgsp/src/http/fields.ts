import { isInstant, isLocalDate } from '@lienthong/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type ClassConstructor, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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

interface Common {
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: string | number;
}

/**
 * Nothing that cannot be written in XML, that reorders or that hides: no controls but tab and line ends, no format
 * characters, halves of pairs or code points that are no characters.
 */
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

/** An optional field may be absent; `null` is a value, and none of ours. */
const presence = ({ optional = false }: Common): PropertyDecorator[] =>
  optional ? [ValidateIf((_whole, value) => value !== undefined)] : [];

/** Text of at most `max` characters (default 1,000), not blank unless optional. */
export const TextField = (
  options: Common & { readonly max?: number; readonly pattern?: RegExp } = {},
): PropertyDecorator => {
  const { max = 1000, pattern } = options;
  return applyDecorators(
    ApiProperty({ type: String, maxLength: max, ...common(options) }),
    ...presence(options),
    IsString(),
    MaxLength(max),
    checked('plainText', 'has control or invisible characters', (text) => !UNFIT.test(text)),
    ...(options.optional ? [] : [checked('said', 'must not be blank', (text) => /\S/.test(text))]),
    ...(pattern ? [Matches(pattern)] : []),
  );
};

/** An agency code in either form; look-alike letters and control characters are none. */
export const CodeField = (options: Common = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, maxLength: 64, ...common(options) }),
    ...presence(options),
    IsString(),
    MaxLength(64),
  );

/** RFC 3339 with a zone. */
export const TimeField = (options: Common = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date-time', ...common(options) }),
    ...presence(options),
    checked('time', 'must be an RFC 3339 date-time that exists', isInstant),
  );

export const DayField = (options: Common = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date', ...common(options) }),
    ...presence(options),
    checked('day', 'must be a day that exists, yyyy-MM-dd', isLocalDate),
  );

export const WordField = (words: readonly string[], options: Common = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, enum: [...words], ...common(options) }),
    ...presence(options),
    IsIn([...words]),
  );

/** `true` or `false`. */
export const FlagField = (options: Common = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'boolean', ...common(options) }),
    ...presence(options),
    IsBoolean(),
  );

export const IntegerField = (
  options: Common & { readonly min: number; readonly max: number },
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: 'integer',
      minimum: options.min,
      maximum: options.max,
      ...common(options),
    }),
    ...presence(options),
    IsInt(),
    Min(options.min),
    Max(options.max),
  );

/** At most `maxBytes` bytes in base64 (RFC 4648, section 4). */
export const BytesField = (options: Common & { readonly maxBytes: number }): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'byte', ...common(options) }),
    ...presence(options),
    MaxLength(4 * Math.ceil(options.maxBytes / 3)),
    IsBase64(),
  );

export const PartField = <T extends object>(
  type: () => ClassConstructor<T>,
  options: Common = {},
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: () => type(), ...common(options) }),
    ...presence(options),
    IsObject(),
    ValidateNested(),
    Type(type),
  );

export const ListField = <T extends object>(
  type: () => ClassConstructor<T>,
  options: Common & { readonly min?: number; readonly max: number },
): PropertyDecorator => {
  const { min = 0, max } = options;
  return applyDecorators(
    ApiProperty({
      type: () => type(),
      isArray: true,
      minItems: min,
      maxItems: max,
      ...common(options),
    }),
    ...presence(options),
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );
};

export const TextListField = (options: Common & { readonly max: number }): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, isArray: true, maxItems: options.max, ...common(options) }),
    ...presence(options),
    IsArray(),
    ArrayMaxSize(options.max),
    IsString({ each: true }),
    MaxLength(64, { each: true }),
  );
