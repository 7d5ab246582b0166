import { type SystemView } from '@lienthong/directory';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { AuthenticationRequired } from './access.errors.js';

/** Whom the door authenticated; what a body says of its sender is never taken for it. */
export type Caller =
  { readonly kind: 'system'; readonly system: SystemView } | { readonly kind: 'operator' };

const callers = new WeakMap<object, Caller>();

export const rememberCaller = (request: object, caller: Caller): void => {
  callers.set(request, caller);
};

/** Whom a guard has let in with this request. */
export const callerIn = (request: object): Caller | undefined => callers.get(request);

/** @throws {AuthenticationRequired} when the guard has let nobody in */
export const callerOf = (context: ExecutionContext): Caller => {
  const caller = callerIn(context.switchToHttp().getRequest<object>());
  if (caller === undefined) throw new AuthenticationRequired();
  return caller;
};

/** A name of its own for every caller. */
export const callerName = (caller: Caller): string =>
  caller.kind === 'system' ? `system ${caller.system.id}` : 'operator';

/** The {@link Caller} of a request that a guard has let in. */
export const Calling = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context),
);
