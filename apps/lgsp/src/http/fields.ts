import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type ClassConstructor, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

interface Common {
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: string | number;
}

/** Text as an official writes it: no controls but tab and line ends, nothing invisible that reorders or hides. */
const PLAIN_TEXT = /^(?:[\t\n\r]|[^\p{Cc}\p{Cf}])*$/u;

const common = ({ optional = false, description, example }: Common) => ({
  required: !optional,
  ...(description === undefined ? {} : { description }),
  ...(example === undefined ? {} : { example }),
});

const presence = ({ optional = false }: Common): PropertyDecorator[] =>
  optional ? [IsOptional()] : [];

/** Text of at most `max` characters (default 1,000), at least one unless optional. */
export const TextField = (
  options: Common & { readonly max?: number; readonly pattern?: RegExp } = {},
): PropertyDecorator => {
  const { max = 1000, pattern } = options;
  return applyDecorators(
    ApiProperty({ type: String, maxLength: max, ...common(options) }),
    ...presence(options),
    IsString(),
    MinLength(options.optional ? 0 : 1),
    MaxLength(max),
    Matches(PLAIN_TEXT, { message: '$property has control or invisible characters' }),
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
    IsString(),
    Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/),
  );

export const DayField = (options: Common = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date', ...common(options) }),
    ...presence(options),
    IsString(),
    Matches(/^\d{4}-\d{2}-\d{2}$/),
  );

export const WordField = (words: readonly string[], options: Common = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, enum: [...words], ...common(options) }),
    ...presence(options),
    IsIn([...words]),
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

/** Bytes in base64 (RFC 4648, section 4). */
export const BytesField = (options: Common = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'byte', ...common(options) }),
    ...presence(options),
    IsBase64(),
  );

export const PartField = <T extends object>(
  type: () => ClassConstructor<T>,
  options: Common = {},
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: () => type(), ...common(options) }),
    ...presence(options),
    ValidateNested(),
    Type(type),
  );

export const ListField = <T extends object>(
  type: () => ClassConstructor<T>,
  options: Common & { readonly max: number },
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: () => type(), isArray: true, maxItems: options.max, ...common(options) }),
    ...presence(options),
    IsArray(),
    ArrayMaxSize(options.max),
    ValidateNested({ each: true }),
    Type(type),
  );

export const TextListField = (options: Common & { readonly max: number }): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, isArray: true, maxItems: options.max, ...common(options) }),
    ...presence(options),
    IsArray(),
    ArrayMaxSize(options.max),
    IsString({ each: true }),
    MaxLength(64, { each: true }),
  );
