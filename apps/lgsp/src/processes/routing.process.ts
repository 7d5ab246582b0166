import { deliveryAggregate, type RecordedMessage } from '@lienthong/contracts';
import {
  type DeliveryCommand,
  deliveryIdOf,
  type DocumentIssued,
  type Recipient,
} from '@lienthong/documents';
import { EventStore, type HandleOptions } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Ctx, Payload } from '@nestjs/microservices';
import { type FollowerOptions, Follows, LogHandlers, type Of } from '../log/follows.js';
import { type LogContext } from '../log/log.context.js';
import { Tenant } from '../tenant.js';

/** Documents that are routed at the same time; more are left in the log. */
const AT_ONCE = 1_000;

const ROUTING: FollowerOptions = { name: 'routing', kept: 'log', atOnce: AT_ONCE };

/** Routes every issued document to its recipients, and hands what stays here to their inboxes. */
@LogHandlers()
export class RoutingProcess {
  constructor(
    private readonly store: EventStore,
    private readonly tenant: Tenant,
  ) {}

  @Follows(ROUTING, 'document')
  async document(
    @Payload() { message, event }: Of<'document'>,
    @Ctx() { mayBeRepeated }: LogContext,
  ): Promise<void> {
    const at = this.tenant.clock.after(event.at);
    const options = { ...causeOf(message), isNew: !mayBeRepeated };
    await Promise.all(
      event.recipients.map((recipient) => {
        const id = deliveryIdOf(recipient.agency, message.aggregateId);
        return this.command(id, commandsFor(recipient, message.aggregateId, event, at), options);
      }),
    );
  }

  /** In one write. */
  private async command(
    id: string,
    commands: readonly DeliveryCommand[],
    options: HandleOptions,
  ): Promise<void> {
    await Promise.all(
      commands.map((command) => this.store.handle(deliveryAggregate, id, command, options)),
    );
  }
}

/** What stays here has reached its recipient as soon as it is routed; the axis confirms what goes there. */
const commandsFor = (
  { agency: recipient, via, channel }: Recipient,
  document: string,
  { sender }: DocumentIssued,
  at: Instant,
): readonly DeliveryCommand[] => {
  const route = { type: 'RouteDelivery', document, sender, recipient, via, channel, at } as const;
  return via === 'local' && channel !== 'paper' ? [route, { type: 'ConfirmSent', at }] : [route];
};

export const causeOf = (
  cause: RecordedMessage,
): { causationId: string; correlationId?: string } => ({
  causationId: cause.id,
  ...(cause.correlationId === undefined ? {} : { correlationId: cause.correlationId }),
});
