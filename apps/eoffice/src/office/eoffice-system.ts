import {
  type Accepted,
  type PlatformClient,
  PlatformProblem,
  type StatusReport,
} from '@lienthong/connector';
import { writeDocumentPacket } from '@lienthong/edxml';
import { Refusal } from '@lienthong/kernel';
import { type Behaviour } from '../province/province-file.js';
import { type Province } from '../province/province.js';
import { type Ledger } from '../registers/ledger.js';
import { numberingAfter } from '../registers/numbering.js';
import { type IncomingEntry, type IssuedRecord } from '../registers/records.js';
import { answersTo } from './answers.js';
import { allOf, type Gate } from './gate.js';
import { goesAsPacket, jsonOf, packetOf } from './letter.js';

const PAGE = 100;
const BELL_SECONDS = 25;

/** What the systems of a province have in common. */
export interface World {
  readonly seed: string;
  readonly province: Province;
  readonly behaviour: Behaviour;
  readonly ledger: Ledger;
  /** Bounds the requests of all systems together. */
  readonly gate: Gate;
}

/**
 * The e-office system of one or more agencies. It writes down what it is about to do before it does it, and does it
 * again after a crash; the platform knows a repetition.
 */
export class EofficeSystem {
  private current: Promise<unknown> = Promise.resolve();
  private next: Promise<number> | undefined;

  constructor(
    readonly id: string,
    private readonly platform: PlatformClient,
    private readonly world: World,
  ) {}

  /**
   * Sends and answers what is due and reads the inbox to its end. Rounds do not overlap; calls share the round that has
   * not begun yet.
   *
   * @returns how many documents were new
   */
  round(): Promise<number> {
    this.next ??= this.current.then(() => this.begin());
    return this.next;
  }

  /** Resolves when something may have come into the inbox, or after 25 s. */
  async bell(): Promise<void> {
    const after = this.world.ledger.registers.cursor(this.id);
    await this.platform.inbox({ after, limit: 1, wait: BELL_SECONDS });
  }

  private begin(): Promise<number> {
    this.next = undefined;
    const round = this.work();
    this.current = round.catch(() => undefined);
    return round;
  }

  private async work(): Promise<number> {
    let found = 0;
    const reading = async (): Promise<void> => {
      for (;;) {
        await this.answerAll();
        const entries = await this.readPage();
        if (entries === 0) return;
        found += entries;
      }
    };
    await allOf([this.sendAll(), reading()]);
    return found;
  }

  private async sendAll(): Promise<void> {
    const { ledger, gate } = this.world;
    const records = ledger.registers.toSend(this.id);
    await allOf(records.map((record) => gate(() => this.send(record))));
  }

  private async send(record: IssuedRecord): Promise<void> {
    const { ledger } = this.world;
    const { key } = record;
    try {
      const { documentId } = await this.handIn(record);
      await ledger.write({ type: 'sent', key, documentId });
    } catch (error) {
      const code = finalCode(error);
      if (code === undefined) throw error;
      await ledger.write({ type: 'refused', key, code });
    }
  }

  private handIn(record: IssuedRecord): Promise<Accepted> {
    const { province, behaviour } = this.world;
    const { at } = record.order;
    return goesAsPacket(record, behaviour.jsonShare)
      ? this.platform.sendPacket(writeDocumentPacket(packetOf(record, province)), at)
      : this.platform.sendDocument(jsonOf(record), at);
  }

  private async readPage(): Promise<number> {
    const { ledger, gate } = this.world;
    const { registers } = ledger;
    const after = registers.cursor(this.id);
    const { entries, cursor } = await gate(() => this.platform.inbox({ after, limit: PAGE }));
    if (entries.length === 0) return 0;
    const numberOf = numberingAfter((agency, at) => registers.lastIncoming(agency, at));
    const received = entries.map(({ documentId, recipient: agency, at }) => ({
      documentId,
      agency,
      at,
      number: numberOf(agency, at),
    }));
    await ledger.write({ type: 'received', system: this.id, cursor, entries: received });
    return entries.length;
  }

  private async answerAll(): Promise<void> {
    const waiting = this.world.ledger.registers.toAnswer(this.id);
    for (let at = 0; at < waiting.length; at += PAGE) {
      await this.world.gate(() => this.answer(waiting.slice(at, at + PAGE)));
    }
  }

  /** The whole chain of statuses of each document, in one request. */
  private async answer(entries: readonly IncomingEntry[]): Promise<void> {
    const chains = entries.map((entry) => this.reportsOn(entry));
    const outcomes = (await this.platform.reportStatuses(chains.flat())).values();
    const documents = entries.map(({ documentId, agency }, index) => {
      const refused = (chains[index] ?? []).filter(() => isRefused(outcomes.next().value)).length;
      return { documentId, agency, taken: (chains[index]?.length ?? 0) - refused, refused };
    });
    await this.world.ledger.write({ type: 'answered', system: this.id, documents });
  }

  private reportsOn({ documentId, agency, at }: IncomingEntry): readonly StatusReport[] {
    const { seed, province, behaviour } = this.world;
    const office = province.office(agency);
    if (office === undefined) return [];
    const { level } = office;
    const answers = answersTo(behaviour, { seed, agency, level, documentId, at });
    return answers.map((answer) => ({ documentId, agency, ...answer }));
  }
}

/** The name of what will not change by sending the document again. */
const finalCode = (error: unknown): string | undefined => {
  if (error instanceof PlatformProblem && error.isFinal) return error.code;
  return error instanceof Refusal ? error.name : undefined;
};

/** @throws {PlatformProblem} that may pass: then all of the request is sent again */
const isRefused = (
  outcome: Awaited<ReturnType<PlatformClient['reportStatuses']>>[number] | undefined,
): boolean => {
  if (outcome === undefined || outcome.ok) return false;
  if (!outcome.problem.isFinal) throw outcome.problem;
  return true;
};
