import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { MalformedRequest } from './axis.refusals.js';
import { type SendEdocForm, SendEdocHeader } from './axis.requests.js';

const STRICT = { whitelist: true, forbidNonWhitelisted: true };

/** Holds a body against its request class; fields that the class does not name are refused. */
export class RequestPipe implements PipeTransform<unknown> {
  /** @throws {MalformedRequest} */
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    return type === 'body' && metatype !== undefined ? valid(metatype, value) : value;
  }
}

/**
 * The header of a packet: JSON inside a field of the form.
 *
 * @throws {MalformedRequest}
 */
export const headerIn = ({ header }: SendEdocForm): SendEdocHeader =>
  valid(SendEdocHeader, parsed(header));

type RequestClass<Request extends object> = new () => Request;

const valid = <Request extends object>(type: RequestClass<Request>, plain: unknown): Request => {
  if (plain !== undefined && !isObject(plain)) throw new MalformedRequest('phai la mot doi tuong');
  const request = plainToInstance(type, plain ?? {});
  const faults = validateSync(request, STRICT).flatMap(({ constraints = {} }) =>
    Object.values(constraints),
  );
  if (faults.length > 0) throw new MalformedRequest(faults.join('; '));
  return request;
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedRequest('header khong phai JSON');
  }
};
