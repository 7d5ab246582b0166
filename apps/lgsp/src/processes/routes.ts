import { deliveryAggregate, documentAggregate } from '@lienthong/contracts';
import { chooseSuccessor, type SuccessorChoice } from '@lienthong/directory';
import {
  type DeliveryCommand,
  deliveryIdOf,
  type DocumentEvent,
  type DocumentIssued,
  type DocumentUpdated,
  type Recipient,
} from '@lienthong/documents';
import { EventStore, type HandleOptions } from '@lienthong/event-store';
import { type Instant, localDate, Refusal } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { Reaching } from '../documents/reaching.js';
import { Tenant } from '../tenant.js';

/** A version of a document on its way. */
interface Consignment {
  readonly document: string;
  readonly sender: string;
  readonly revision: number;
  readonly at: Instant;
}

/** What follows for deliveries from what happens to their document; all of it may be repeated. */
@Injectable()
export class Routes {
  constructor(
    private readonly store: EventStore,
    private readonly tenant: Tenant,
    private readonly reaching: Reaching,
    private readonly directory: DirectoryView,
  ) {}

  /** @throws whatever the store throws; refusals are answers, and end the matter */
  async follow(document: string, event: DocumentEvent, options: HandleOptions): Promise<void> {
    const at = this.tenant.clock.after(event.at);
    switch (event.type) {
      case 'DocumentIssued':
        await this.issued(event, { document, sender: event.sender, revision: 1, at }, options);
        break;
      case 'DocumentUpdated':
        await this.updated(document, event, at, options);
        break;
      case 'DocumentRevoked':
        await this.revoked(document, at, options);
        break;
      case 'DocumentReplaced':
    }
  }

  private async issued(
    { recipients, replaces }: DocumentIssued,
    consignment: Consignment,
    options: HandleOptions,
  ): Promise<void> {
    const { document: by, at } = consignment;
    await Promise.all([
      ...recipients.map((to) => this.route(consignment, to, options)),
      ...replaces.map(({ document }) =>
        unlessRefused(
          this.store.handle(documentAggregate, document, { type: 'MarkReplaced', by, at }, options),
        ),
      ),
    ]);
  }

  /** Whoever has the document is offered the new version; who joins gets it as it is now. */
  private async updated(
    document: string,
    event: DocumentUpdated,
    at: Instant,
    options: HandleOptions,
  ): Promise<void> {
    const { state } = await this.store.load(documentAggregate, document);
    if (state.status === 'unissued') return;
    const { revision, added, askedBack } = event;
    const consignment = { document, sender: state.sender, revision, at };
    const joining = new Set(added.map(({ agency }) => agency));
    const asked = new Set(askedBack);
    const having = state.recipients.filter(({ agency }) => !joining.has(agency));
    await Promise.all([
      ...added.map((to) => this.route(consignment, to, options)),
      ...having.map(({ agency }) =>
        this.tell(
          agency,
          document,
          asked.has(agency) ? askBack(event, at) : { type: 'OfferUpdate', revision, at },
          options,
        ),
      ),
    ]);
  }

  private async revoked(document: string, at: Instant, options: HandleOptions): Promise<void> {
    const { state } = await this.store.load(documentAggregate, document);
    if (state.status === 'unissued') return;
    await Promise.all(
      state.recipients.map(({ agency }) =>
        this.tell(agency, document, { type: 'RevokeDelivery', at }, options),
      ),
    );
  }

  /**
   * A recipient that is closed has its delivery go to its successor, or wait for somebody who knows better.
   *
   * @param passed the agencies that were asked before, each closed
   */
  private async route(
    consignment: Consignment,
    to: Recipient,
    options: HandleOptions,
    passed: readonly string[] = [],
  ): Promise<void> {
    const day = localDate(consignment.at);
    const successors =
      to.channel === 'paper' ? undefined : this.directory.current.successorsOf(to.agency, day);
    if (successors === undefined) await this.deliver(consignment, to, options);
    else {
      const asked = [...passed, to.agency];
      const choice = notAmong(asked, chooseSuccessor(successors, to));
      await this.reroute({ consignment, to, choice, asked }, options);
    }
  }

  private async reroute(
    { consignment, to, choice, asked }: Rerouting,
    options: HandleOptions,
  ): Promise<void> {
    const { document, sender, at } = consignment;
    const parties = { document, sender, recipient: to.agency, at };
    const id = deliveryIdOf(to.agency, document);
    if (choice.kind !== 'one') {
      const problem = `successor-${choice.kind}` as const;
      await this.handle(id, { type: 'ParkDelivery', ...parties, problem }, options);
      return;
    }
    const { successor, source } = choice.chosen;
    await this.handle(id, { type: 'RerouteDelivery', ...parties, successor, source }, options);
    const agency = this.directory.current.agency(successor, localDate(at));
    const via = agency?.realm === 'outside' ? 'axis' : 'local';
    await this.route(consignment, { ...to, agency: successor, via }, options, asked);
  }

  /** What stays here has reached its recipient as soon as it is routed; the axis confirms what goes there. */
  private async deliver(
    { document, sender, revision, at }: Consignment,
    { agency: recipient, via, channel }: Recipient,
    options: HandleOptions,
  ): Promise<void> {
    const route = {
      type: 'RouteDelivery',
      document,
      sender,
      recipient,
      via,
      channel,
      revision,
      at,
    } as const;
    const arrives = via === 'local' && channel !== 'paper';
    const commands: readonly DeliveryCommand[] = arrives
      ? [route, { type: 'ConfirmSent', at }]
      : [route];
    const id = deliveryIdOf(recipient, document);
    // Together, so that they share a write.
    await Promise.all(commands.map((command) => this.handle(id, command, options)));
  }

  private async tell(
    recipient: string,
    document: string,
    command: DeliveryCommand,
    { isNew: _isNew, ...cause }: HandleOptions,
  ): Promise<void> {
    const id = await this.reaching.deliveryOf(recipient, document);
    await this.handle(id, command, cause);
  }

  private handle(id: string, command: DeliveryCommand, options: HandleOptions): Promise<void> {
    return unlessRefused(this.store.handle(deliveryAggregate, id, command, options));
  }
}

interface Rerouting {
  readonly consignment: Consignment;
  readonly to: Recipient;
  readonly choice: SuccessorChoice;
  /** The recipient, and those closed before it. */
  readonly asked: readonly string[];
}

/** Agencies that name each other as successors lead nowhere. */
const notAmong = (asked: readonly string[], choice: SuccessorChoice): SuccessorChoice =>
  choice.kind === 'one' && asked.includes(choice.chosen.successor) ? { kind: 'unknown' } : choice;

const askBack = ({ reason, personal }: DocumentUpdated, at: Instant): DeliveryCommand => ({
  type: 'RequestTakeBack',
  description: reason,
  personal,
  timestamp: at,
  at,
});

/** A refusal ends the matter: the delivery has ended meanwhile, or the replaced document was never issued here. */
const unlessRefused = async (handled: Promise<unknown>): Promise<void> => {
  try {
    await handled;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};
