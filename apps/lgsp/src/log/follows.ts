import { type Category, type Recorded } from '@lienthong/contracts';
import {
  applyDecorators,
  Catch,
  Controller,
  type RpcExceptionFilter,
  UseFilters,
} from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import { z } from 'zod';

/** The transport that hands over what stands in the log. */
export const LOG = Symbol('log');

/** Who follows the log. All handlers that name one follower share its checkpoint. */
const follower = z.object({
  /** Letters, digits, `_` and `-`; for ever, because the checkpoint is kept under it. */
  name: z.string(),
  /**
   * `log`: its effects are durable, and it goes on from its checkpoint. `memory`: it knows what it has seen since this
   * process began, so it is told everything anew before any other follower, and each event before the others.
   */
  kept: z.enum(['log', 'memory']),
  /** Events that it handles at the same time; the reader waits while there are more. Without it, any number. */
  atOnce: z.number().optional(),
});

export type FollowerOptions = Readonly<z.infer<typeof follower>>;

const extras = z.object({ follower });

/** @throws {Error} when a handler was not declared by {@link Follows} */
export const followerIn = (declared: unknown): FollowerOptions => extras.parse(declared).follower;

/** An event of one category, and where it stands in the log. */
export type Of<C extends Category> = Extract<Recorded, { readonly category: C }>;

/**
 * The method handles every event of these categories; it is given the event, and a {@link LogContext} by `@Ctx()`.
 *
 * Events of one aggregate are handled one after another, in their order. What it returns is its acknowledgement: the
 * checkpoint does not pass the event before. What it throws makes the event be handed over again, until it succeeds.
 */
export const Follows = (
  options: FollowerOptions,
  ...categories: readonly Category[]
): MethodDecorator => EventPattern([...categories], LOG, { follower: options });

/** An error reaches the transport as it was thrown; Nest would make another of it, for a caller far away. */
@Catch()
class AsThrown implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** A class with methods that {@link Follows} the log. Nothing can be injected with it: it stands at the edge. */
export const LogHandlers = (): ClassDecorator =>
  applyDecorators(Controller(), UseFilters(AsThrown));
