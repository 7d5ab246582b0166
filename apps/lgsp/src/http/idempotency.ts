import { type Json, type RequestMark, requestMark } from '@lienthong/kernel';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Request } from 'express';
import { type Caller, callerName, callerOf } from '../access/caller.js';
import { InvalidField } from './http.errors.js';

const HEADER = 'Idempotency-Key';

/** Visible ASCII; two headers of the name arrive as one with a blank in it. */
const KEY = /^[!-~]{1,255}$/;

/** Makes the mark of what is asked, where the caller gave the request a key. */
export type Marking = (input: Json) => RequestMark | undefined;

/** The {@link Marking} of a request that a guard has let in. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): Marking =>
    markingOf(context.switchToHttp().getRequest<Request>(), callerOf(context)),
);

/** @throws {InvalidField} when the header is there and no key */
export const markingOf = ({ headers }: Pick<Request, 'headers'>, caller: Caller): Marking => {
  const key = headers[HEADER.toLowerCase()];
  if (key === undefined) return () => undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new InvalidField([{ pointer: HEADER, message: 'must be 1 to 255 visible characters' }]);
  }
  return (input) => requestMark(callerName(caller), key, input);
};

/** Describes what {@link IdempotencyKey} reads. */
export const IdempotencyHeader = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: HEADER,
      required: false,
      description:
        'Your own name for the request: the same again, however much later, has no second effect',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    }),
  );
