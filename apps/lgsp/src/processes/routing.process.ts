import { type RecordedMessage } from '@lienthong/contracts';
import { Ctx, Payload } from '@nestjs/microservices';
import { type FollowerOptions, Follows, LogHandlers, type Of } from '../log/follows.js';
import { type LogContext } from '../log/log.context.js';
import { Routes } from './routes.js';

/** Documents that are routed at the same time; more are left in the log. */
const AT_ONCE = 1_000;

const ROUTING: FollowerOptions = { name: 'routing', kept: 'log', atOnce: AT_ONCE };

/** Brings every document, and every change of it, to its recipients. */
@LogHandlers()
export class RoutingProcess {
  constructor(private readonly routes: Routes) {}

  @Follows(ROUTING, 'document')
  async document(
    @Payload() { message, event }: Of<'document'>,
    @Ctx() { mayBeRepeated }: LogContext,
  ): Promise<void> {
    const options = { ...causeOf(message), isNew: !mayBeRepeated };
    await this.routes.follow(message.aggregateId, event, options);
  }
}

export const causeOf = (
  cause: RecordedMessage,
): { causationId: string; correlationId?: string } => ({
  causationId: cause.id,
  ...(cause.correlationId === undefined ? {} : { correlationId: cause.correlationId }),
});
