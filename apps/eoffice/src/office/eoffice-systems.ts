import { setTimeout as pause } from 'node:timers/promises';
import {
  type ActRequest,
  type IssueOrder,
  type KeyedOrder,
  type MockSystem,
  type OrderOutcome,
  type StatusOutcome,
} from '@lienthong/connector';
import { type Instant } from '@lienthong/kernel';
import { type Logger } from 'pino';
import { type Province } from '../province/province.js';
import { type AgencyRegister, RegisterReader } from '../registers/agency-register.js';
import { type Ledger } from '../registers/ledger.js';
import { numberingAfter } from '../registers/numbering.js';
import { type IssuedRecord } from '../registers/records.js';
import { type Counts } from '../registers/registers.js';
import { type EofficeSystem } from './eoffice-system.js';
import { type Hands } from './hands.js';

/** The pause after a failure doubles from the one to the other. */
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** Statuses come in crowds and nobody waits for them. */
const GATHER_MS = 1_000;

/** Documents were told to issue for agencies that no e-office system here works for. */
export class SendersUnknown extends Error {
  constructor(readonly senders: readonly string[]) {
    super(`no e-office system works for ${senders.join(', ')}`);
    this.name = 'SendersUnknown';
  }
}

/** A system that cannot do its work now, and why. */
export interface Failing {
  readonly system: string;
  readonly lastError: string;
}

/** What ties the systems to the process. */
export interface Setting {
  readonly province: Province;
  readonly ledger: Ledger;
  readonly hands: Hands;
  readonly logger: Logger;
  /** Ends the systems' requests and their watch. */
  readonly ending: AbortController;
}

/** All e-office systems of a province at work. */
export class EofficeSystems {
  private issuing: Promise<unknown> = Promise.resolve();
  private watching: readonly Promise<void>[] = [];
  private readonly errors = new Map<string, string>();

  constructor(
    private readonly systems: readonly EofficeSystem[],
    private readonly setting: Setting,
  ) {}

  start(): void {
    const { signal } = this.setting.ending;
    this.watching = this.systems.flatMap((system) => [
      this.watch(system, () => system.bell()),
      this.watch(system, async () => {
        await system.statusBell();
        await pause(GATHER_MS, undefined, { signal });
      }),
    ]);
  }

  /**
   * Enters documents into the outgoing registers; one that was entered under the same key keeps its number.
   *
   * @returns when they are durable; they are sent soon after
   * @throws {SendersUnknown} and enters none
   */
  issue(orders: readonly KeyedOrder[]): Promise<void> {
    const { province } = this.setting;
    const strangers = orders
      .map(({ order }) => order.from)
      .filter((code) => province.office(code) === undefined);
    if (strangers.length > 0) return Promise.reject(new SendersUnknown(strangers));
    const issued = this.issuing.then(() => this.enter(orders));
    this.issuing = issued.catch(() => undefined);
    return issued;
  }

  /** What became of a document that was issued under a key; nothing where none was. */
  outcomeOf(key: string): OrderOutcome | undefined {
    return this.setting.ledger.registers.outcomeOf(key);
  }

  /** What waits for a time that has not come is not outstanding. */
  counts(): Counts {
    const counts = this.setting.ledger.registers.counts();
    const held = this.systems.reduce((sum, system) => sum + system.held(), 0);
    return { ...counts, outstanding: counts.outstanding - held };
  }

  /** Every system with its agencies, and what is still to be done. */
  overview(): readonly MockSystem[] {
    const { province, ledger, hands } = this.setting;
    return this.systems.map(({ id }) => {
      const agencies = province.agenciesOf(id);
      const lastError = this.errors.get(id);
      return {
        id,
        agencies,
        waiting: ledger.registers.waiting(id),
        paused: hands.among(agencies),
        ...(lastError === undefined ? {} : { lastError }),
      };
    });
  }

  /**
   * Does what somebody asks in the place of an agency.
   *
   * @returns what the platform answered to a report; nothing where nothing was reported
   * @throws {SendersUnknown}
   */
  async act({ agency, act, ...report }: ActRequest): Promise<StatusOutcome | undefined> {
    const { province, hands } = this.setting;
    const office = province.office(agency);
    const system = this.systems.find(({ id }) => id === office?.system);
    if (office === undefined || system === undefined) throw new SendersUnknown([agency]);
    if (act === 'pause') hands.pause(office.id);
    if (act === 'resume') hands.resume(office.id);
    if (act !== 'report') {
      void this.tend(system);
      return undefined;
    }
    const { documentId, status, description = '' } = report;
    return system.report({ documentId, agency: office.id, status, description });
  }

  failing(): readonly Failing[] {
    return [...this.errors].map(([system, lastError]) => ({ system, lastError }));
  }

  /** Both registers of an agency; nothing when no e-office system here works for it. */
  async register(idOrCode: string): Promise<AgencyRegister | undefined> {
    const { province, ledger } = this.setting;
    const office = province.office(idOrCode);
    if (office === undefined) return undefined;
    const isOurs = (word: string): boolean => province.office(word)?.id === office.id;
    const reader = new RegisterReader(office.id, isOurs);
    await ledger.replay((record) => {
      reader.apply(record);
    });
    return reader.register();
  }

  /**
   * @param until agencies do what they would do later when they are told of a later time, or of none
   * @returns how many documents and statuses were new, when everything is done that can be done now
   */
  async settle(until?: Instant): Promise<number> {
    const { ledger } = this.setting;
    if (ledger.registers.horizon !== (until ?? Infinity))
      await ledger.write({ type: 'held', until: until ?? null });
    return this.tendAll();
  }

  async close(): Promise<void> {
    this.setting.ending.abort();
    await Promise.all(this.watching);
    await this.tendAll();
    await this.issuing;
    await this.setting.ledger.close();
  }

  private async enter(orders: readonly KeyedOrder[]): Promise<void> {
    const { province, ledger } = this.setting;
    const { registers } = ledger;
    const next = numberingAfter((agency, at) => registers.lastOutgoing(agency, at));
    const numberOf = ({ from, at, change }: IssueOrder): number => {
      const changed = change?.kind === 'replace' ? undefined : change;
      const known = changed && registers.issuedUnder(changed.of);
      return known?.number ?? next(from, at);
    };
    const fresh = new Map(
      orders.filter(({ key }) => !registers.hasIssued(key)).map((told) => [told.key, told.order]),
    );
    const records = [...fresh].map(([key, order]): IssuedRecord => {
      const system = province.office(order.from)?.system ?? '';
      return { type: 'issued', key, system, number: numberOf(order), order };
    });
    await ledger.write(...records);
    const busy = new Set(records.map(({ system }) => system));
    for (const system of this.systems) if (busy.has(system.id)) void this.tend(system);
  }

  private async watch(system: EofficeSystem, bell: () => Promise<void>): Promise<void> {
    const { signal } = this.setting.ending;
    let pauseMs = SHORTEST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        await this.round(system);
        await bell();
        pauseMs = SHORTEST_PAUSE_MS;
      } catch (error) {
        this.note(system, error);
        await pause(pauseMs, undefined, { signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private async tendAll(): Promise<number> {
    const found = await Promise.all(this.systems.map((system) => this.tend(system)));
    return found.reduce((sum, count) => sum + count, 0);
  }

  /** What fails now is tried again later; it stops no other system. */
  private async tend(system: EofficeSystem): Promise<number> {
    try {
      return await this.round(system);
    } catch (error) {
      this.note(system, error);
      return 0;
    }
  }

  private async round(system: EofficeSystem): Promise<number> {
    const found = await system.round();
    this.errors.delete(system.id);
    return found;
  }

  private note(system: EofficeSystem, error: unknown): void {
    if (this.setting.ending.signal.aborted) return;
    this.errors.set(system.id, error instanceof Error ? error.message : String(error));
    this.setting.logger.warn({ system: system.id, err: error }, 'will be tried again');
  }
}
