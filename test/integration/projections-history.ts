import {
  delivery,
  type DeliveryCommand,
  type DeliveryEvent,
  deliveryIdOf,
  type StatusCode,
} from '@lienthong/documents';
import { fold, type Instant, Refusal } from '@lienthong/kernel';
import { updated } from './projections-requests.js';
import {
  AGENCIES,
  type Fact,
  idOf,
  issued,
  KNOWN,
  type Letter,
  MORNING,
} from './projections-traffic.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CODES: readonly StatusCode[] = ['01', '02', '03', '04', '05', '06'];
const NOBODY = new Uint8Array();

/** Numbers in [0, 1) that a seed gives again and again. */
export const chances = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** A letter under way: what was recorded of its deliveries. */
interface Exchange {
  readonly letter: Letter;
  revision: number;
  readonly deliveries: Map<string, DeliveryEvent[]>;
}

/** What agencies may do to each other's letters in some days: whatever the rules allow, in any order. */
export class RandomHistory {
  readonly facts: Fact[] = [...KNOWN];
  private readonly chance: () => number;
  private readonly exchanges: Exchange[] = [];
  private now: Instant = MORNING;

  constructor(seed: number, steps: number) {
    this.chance = chances(seed);
    for (let step = 0; step < steps; step += 1) {
      this.now += this.chance() ** 4 * DAY_MS;
      if (this.chance() < 0.2 || this.exchanges.length === 0) this.issue();
      else if (this.chance() < 0.15) this.update(this.picked(this.exchanges));
      else this.command(this.picked(this.exchanges));
    }
  }

  /** The last event of each delivery and all before it, by the delivery's id. */
  get deliveries(): ReadonlyMap<string, readonly DeliveryEvent[]> {
    return new Map(
      this.exchanges.flatMap(({ letter, deliveries }) =>
        [...deliveries].map(([to, events]) => [deliveryIdOf(to, idOf(letter)), events]),
      ),
    );
  }

  private picked<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.chance() * from.length)];
    if (one === undefined) throw new Error('there is nothing to pick from');
    return one;
  }

  private record({ id, event }: Fact): void {
    // Now and then the clock is set back a little.
    const back = this.chance() < 0.05 ? HOUR_MS : 0;
    this.facts.push({ id, event, recordedAt: Math.round(this.now + 60_000 - back) });
  }

  private day(): string {
    return new Date(this.now + this.chance() * 4 * DAY_MS).toISOString().slice(0, 10);
  }

  private issue(): void {
    const sender = this.picked(AGENCIES).id;
    const to = AGENCIES.filter(({ id }) => id !== sender && this.chance() < 0.4);
    const letter: Letter = {
      sender,
      number: this.exchanges.length,
      to: to.map(({ id: agency }) => ({ agency, channel: 'electronic' })),
      at: Math.round(this.now),
      ...(this.chance() < 0.6 ? { dueOn: this.day() } : {}),
      ...(this.chance() < 0.5
        ? { signatures: [{ holder: 'organisation', outcome: 'verified', serial: '0a' }] }
        : {}),
    };
    const deliveries = new Map(to.map(({ id }) => [id, []]));
    const exchange: Exchange = { letter, revision: 1, deliveries };
    this.exchanges.push(exchange);
    this.record(issued(letter));
  }

  private update(exchange: Exchange): void {
    exchange.revision += 1;
    const added = AGENCIES.filter(() => this.chance() < 0.2).map(({ id }) => id);
    for (const agency of added) {
      if (!exchange.deliveries.has(agency)) exchange.deliveries.set(agency, []);
    }
    const dueOn = this.chance() < 0.7 ? { dueOn: this.day() } : {};
    const at = Math.round(this.now);
    this.record(updated(exchange.letter, exchange.revision, { added, at, ...dueOn }));
  }

  private command({ letter, revision, deliveries }: Exchange): void {
    if (deliveries.size === 0) return;
    const recipient = this.picked([...deliveries.keys()]);
    const events = deliveries.get(recipient) ?? [];
    const command = this.commandTo(letter, recipient, revision);
    try {
      for (const event of delivery.decide(command, fold(delivery, events))) {
        events.push(event);
        const id = deliveryIdOf(recipient, idOf(letter));
        this.record({ id, event: { category: 'delivery', event } });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  private commandTo(letter: Letter, recipient: string, revision: number): DeliveryCommand {
    const at = Math.round(this.now);
    const said = { description: '', personal: NOBODY, timestamp: at, at };
    const { sender } = letter;
    const parties = { document: idOf(letter), sender, recipient, at };
    return this.picked<DeliveryCommand>([
      { type: 'RouteDelivery', ...parties, via: 'local', channel: 'electronic', revision },
      { type: 'RouteDelivery', ...parties, via: 'local', channel: 'electronic', revision },
      { type: 'ConfirmSent', at },
      { type: 'ConfirmSent', at },
      { type: 'ReportStatus', code: this.picked(CODES), ...said },
      { type: 'ReportStatus', code: this.picked(CODES), ...said },
      { type: 'RequestTakeBack', ...said },
      { type: 'OfferUpdate', revision, at },
      { type: 'AnswerRequest', agreed: this.chance() < 0.6, ...said },
      { type: 'RevokeDelivery', at },
    ]);
  }
}
