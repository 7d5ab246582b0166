import { type ClassConstructor } from 'class-transformer';
import { type Request } from 'express';
import { readBody, utf8 } from '../http/body.js';
import { IntegerField, TextField, WordField } from '../http/fields.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { MalformedRequest } from './compat.errors.js';

const REQUEST_LIMIT_BYTES = 64 * 1024;
const SERVICE_TYPES = ['eDoc'];
const MESSAGE_TYPES = ['edoc', 'status'] as const;
/** Gateways in front of the axis know these as well; what a packet does with a document stands in the packet. */
const SENT_TYPES = [...MESSAGE_TYPES, 'update', 'replacement', 'revocation'] as const;
const TRANSPORT_STATUSES = ['done', 'fail', 'processing'] as const;

export class SendHeader {
  @TextField({ max: 64 })
  readonly from!: string;

  @WordField(SERVICE_TYPES)
  readonly servicetype!: string;

  @WordField(SENT_TYPES)
  readonly messagetype!: (typeof SENT_TYPES)[number];
}

export class ListRequest {
  @WordField(SERVICE_TYPES, { optional: true })
  readonly servicetype?: string;

  @WordField(MESSAGE_TYPES)
  readonly messagetype!: (typeof MESSAGE_TYPES)[number];

  @IntegerField({ min: 1, max: 1_000, optional: true })
  readonly pageSize?: number;

  /** From 0. */
  @IntegerField({ min: 0, max: 1_000_000, optional: true })
  readonly pageIndex?: number;
}

/** Of `getEdoc`, `downloadEdoc` and `getSentEdocList`. */
export class DocRequest {
  @TextField({ max: 64 })
  readonly docId!: string;
}

export class UpdateStatusRequest {
  @TextField({ max: 64 })
  readonly docid!: string;

  @WordField(TRANSPORT_STATUSES)
  readonly status!: (typeof TRANSPORT_STATUSES)[number];
}

export class LevelRequest {
  @IntegerField({ min: 1, max: 4 })
  readonly level!: number;
}

const NUMBERS: ReadonlySet<string> = new Set(['pageSize', 'pageIndex', 'level']);

/**
 * The fields of a request that the operation knows. Systems in use send others beside them, and numbers as texts;
 * these are passed over, and read.
 */
export const fieldsOf = <T extends object>(
  type: ClassConstructor<T>,
  names: readonly (keyof T & string)[],
  value: unknown,
): T => {
  if (typeof value !== 'object' || value === null)
    throw new MalformedRequest('khong phai doi tuong');
  const known = Object.entries(value).filter(([name]) => names.some((each) => each === name));
  return validated(type, Object.fromEntries(known.map(([name, each]) => [name, read(name, each)])));
};

const read = (name: string, value: unknown): unknown =>
  NUMBERS.has(name) && typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

/** The body as JSON, whatever it is called; nothing is an empty object. */
export const compatBody = async (request: Request): Promise<unknown> => {
  const text = utf8(await readBody(request, REQUEST_LIMIT_BYTES));
  return text.trim() === '' ? {} : parseStrictJson(text);
};
