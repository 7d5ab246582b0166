import { setTimeout as pause } from 'node:timers/promises';
import { deliveryAggregate, type Recorded, type RecordedMessage } from '@lienthong/contracts';
import { type DeliveryCommand, deliveryIdOf, type DocumentIssued } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { Refusal } from '@lienthong/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { Tenant } from '../tenant.js';
import { type LogProcess, type ProcessStatus } from './process.js';
import { Progress } from './progress.js';

const NAME = 'routing';
const RETRY_AFTER_MS = 500;

/** Routes every issued document to its recipients, and hands what stays here to their inboxes. */
@Injectable()
export class RoutingProcess implements LogProcess {
  private readonly progress: Progress;
  private readonly logger = new Logger(NAME);
  private lastError: string | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly tenant: Tenant,
  ) {
    this.progress = new Progress(store, NAME);
  }

  start(): Promise<number> {
    return this.progress.load();
  }

  async see(events: readonly Recorded[], caughtUpTo: number): Promise<void> {
    await Promise.all(events.map((event) => this.react(event)));
    this.progress.advance(caughtUpTo);
  }

  status(): ProcessStatus {
    const error = this.lastError === undefined ? {} : { lastError: this.lastError };
    const checkpoint = this.progress.position;
    return { name: NAME, checkpoint, waiting: 0, oldestWaitingSeconds: 0, ...error };
  }

  stop(): Promise<void> {
    return this.progress.flush();
  }

  private async react(recorded: Recorded): Promise<void> {
    const { message } = recorded;
    if (recorded.category === 'document') {
      const commands = this.routesOf(message.aggregateId, recorded.event);
      await Promise.all(commands.map(([id, command]) => this.command(id, command, message)));
    }
    if (
      recorded.category === 'delivery' &&
      recorded.event.type === 'DeliveryRouted' &&
      recorded.event.via === 'local'
    ) {
      const at = this.tenant.clock.after(message.at);
      await this.command(message.aggregateId, { type: 'ConfirmSent', at }, message);
    }
  }

  private routesOf(document: string, event: DocumentIssued): readonly [string, DeliveryCommand][] {
    const at = this.tenant.clock.after(event.at);
    return event.recipients.map(({ agency, via, channel }) => [
      deliveryIdOf(agency, document),
      {
        type: 'RouteDelivery',
        document,
        sender: event.sender,
        recipient: agency,
        via,
        channel,
        at,
      },
    ]);
  }

  /** Repeats until the log has taken it: a reaction that is skipped would be lost for ever. */
  private async command(
    id: string,
    command: DeliveryCommand,
    cause: RecordedMessage,
  ): Promise<void> {
    for (;;) {
      try {
        await this.store.handle(deliveryAggregate, id, command, causeOf(cause));
        this.lastError = undefined;
        return;
      } catch (error) {
        if (error instanceof Refusal) throw error;
        this.note(error);
        await pause(RETRY_AFTER_MS);
      }
    }
  }

  private note(error: unknown): void {
    this.lastError = error instanceof Error ? error.message : String(error);
    this.logger.warn(`waits: ${this.lastError}`);
  }
}

export const causeOf = (
  cause: RecordedMessage,
): { causationId: string; correlationId?: string } => ({
  causationId: cause.id,
  ...(cause.correlationId === undefined ? {} : { correlationId: cause.correlationId }),
});
