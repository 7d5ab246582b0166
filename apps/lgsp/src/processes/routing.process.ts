import { setTimeout as pause } from 'node:timers/promises';
import { deliveryAggregate, type Recorded, type RecordedMessage } from '@lienthong/contracts';
import {
  type DeliveryCommand,
  deliveryIdOf,
  type DocumentIssued,
  type Recipient,
} from '@lienthong/documents';
import { EventStore, type HandleOptions } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { Tenant } from '../tenant.js';
import { type LogProcess, type ProcessStatus, secondsSince } from './process.js';
import { Progress } from './progress.js';
import { Unfinished } from './unfinished.js';

const NAME = 'routing';
const RETRY_AFTER_MS = 500;
/** Documents that are routed at the same time; more are left in the log. */
const AT_ONCE = 1_000;

/**
 * Routes every issued document to its recipients, and hands what stays here to their inboxes.
 *
 * Later documents do not wait for earlier ones; the checkpoint stays behind the first that is not routed.
 */
@Injectable()
export class RoutingProcess implements LogProcess {
  private readonly progress: Progress;
  private readonly logger = new Logger(NAME);
  private readonly unfinished = new Unfinished();
  private seen = 0;
  /** What the log held at the start may have been routed before it. */
  private heldAtStart = 0;
  private room: (() => void) | undefined;
  private stopped = false;
  private lastError: string | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly tenant: Tenant,
  ) {
    this.progress = new Progress(store, NAME);
  }

  async start(): Promise<number> {
    this.heldAtStart = await this.store.lastSequence();
    this.seen = await this.progress.load();
    return this.seen;
  }

  async see(events: readonly Recorded[], caughtUpTo: number): Promise<void> {
    for (const recorded of events) {
      if (recorded.category !== 'document') continue;
      await this.untilRoom();
      this.unfinished.begin(recorded.message.sequence);
      void this.route(recorded.message, recorded.event);
    }
    this.seen = caughtUpTo;
    this.advance();
  }

  status(): ProcessStatus {
    const { lastError, unfinished } = this;
    return {
      name: NAME,
      checkpoint: this.progress.position,
      waiting: unfinished.size,
      oldestWaitingSeconds: secondsSince(unfinished.oldest),
      ...(lastError === undefined ? {} : { lastError }),
    };
  }

  stop(): Promise<void> {
    this.stopped = true;
    return this.progress.flush();
  }

  private async untilRoom(): Promise<void> {
    if (this.unfinished.size < AT_ONCE) return;
    await new Promise<void>((resolve) => {
      this.room = resolve;
    });
  }

  private async route(message: RecordedMessage, event: DocumentIssued): Promise<void> {
    const at = this.tenant.clock.after(event.at);
    const options = { ...causeOf(message), isNew: message.sequence > this.heldAtStart };
    await Promise.all(
      event.recipients.map((recipient) => {
        const id = deliveryIdOf(recipient.agency, message.aggregateId);
        return this.command(id, commandsFor(recipient, message.aggregateId, event, at), options);
      }),
    );
    if (this.stopped) return;
    this.unfinished.end(message.sequence);
    this.advance();
  }

  /** In one write; repeated until the log has taken it: a reaction that is skipped would be lost for ever. */
  private async command(
    id: string,
    commands: readonly DeliveryCommand[],
    options: HandleOptions,
  ): Promise<void> {
    while (!this.stopped) {
      try {
        await Promise.all(
          commands.map((command) => this.store.handle(deliveryAggregate, id, command, options)),
        );
        this.lastError = undefined;
        return;
      } catch (error) {
        this.note(error);
        await pause(RETRY_AFTER_MS, undefined, { ref: false });
      }
    }
  }

  private advance(): void {
    this.progress.advance(this.unfinished.endedUpTo(this.seen));
    this.room?.();
    this.room = undefined;
  }

  private note(error: unknown): void {
    this.lastError = error instanceof Error ? error.message : String(error);
    this.logger.warn(`waits: ${this.lastError}`);
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
