import { type HandStatus, type PlatformClient, type StatusOutcome } from '@lienthong/connector';
import { numberingAfter } from '../registers/numbering.js';
import { type IssuedRecord, type Question } from '../registers/records.js';
import { type WaitingEntry } from '../registers/registers.js';
import { answersTo } from './answers.js';
import { decisionOn } from './decisions.js';
import { allOf, type Gate } from './gate.js';
import { type Hands } from './hands.js';
import { type House, Outbox } from './outbox.js';
import { finalRefusal, refusalIn } from './refusals.js';
import { sandboxAnswers, sandboxDecision } from './sandbox.js';
import { type Chain, linesOf, type Speech, speechesUntil } from './speech.js';

const PAGE = 100;
const STATUS_PAGE = 500;
const BELL_SECONDS = 25;

/** What the systems of a province have in common. */
export interface World extends House {
  readonly seed: string;
  readonly hands: Hands;
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
  private readonly outbox: Outbox;
  /** What was drawn once need not be drawn at each look. */
  private readonly chainsKnown = new WeakMap<WaitingEntry, Chain>();

  constructor(
    readonly id: string,
    private readonly platform: PlatformClient,
    private readonly world: World,
  ) {
    this.outbox = new Outbox(platform, world);
  }

  /**
   * Sends and answers what is due and reads the inbox, and what became of the documents sent, to the end. Rounds do not
   * overlap; calls share the round that has not begun yet.
   *
   * @returns how many documents and statuses were new
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

  /** Resolves when somebody may have said something of a document sent, or after 25 s. */
  async statusBell(): Promise<void> {
    const after = this.world.ledger.registers.statusCursor(this.id);
    await this.platform.statuses({ after, limit: 1, wait: BELL_SECONDS });
  }

  /**
   * Reports by hand. What it is about is left to the hand from then on.
   *
   * @param report about a document that the agency has
   */
  async report(report: HandReport): Promise<StatusOutcome> {
    const { documentId, agency, status, description } = report;
    const [outcome] = await this.platform.reportStatuses([report]);
    if (outcome === undefined) throw new Error('the platform answers nothing to a status');
    const { registers } = this.world.ledger;
    const isMeant = (one: { readonly documentId: string; readonly agency: string }): boolean =>
      one.documentId === documentId && one.agency === agency;
    const asked = registers.toDecide(this.id).find(isMeant);
    const isAnswer = status === '15' || status === '16';
    const question = isAnswer && asked ? { question: { kind: asked.kind, at: asked.at } } : {};
    const answers = [{ status, description, at: 0, ...refusalIn(outcome) }];
    if (outcome.ok && (!isAnswer || asked)) {
      const documents = [{ documentId, agency, ...question, answers }];
      await this.world.ledger.write({ type: 'answered', system: this.id, documents });
    }
    return outcome;
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
    const hearing = async (): Promise<void> => {
      for (;;) {
        const statuses = await this.hearPage();
        if (statuses === 0) return;
        found += statuses;
      }
    };
    await allOf([this.sendAll(), reading(), hearing()]);
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
      const documentId = await this.outbox.handIn(record);
      await ledger.write({ type: 'sent', key, documentId });
    } catch (error) {
      const refusal = finalRefusal(error);
      if (refusal === undefined) throw error;
      await ledger.write({ type: 'refused', key, ...refusal });
    }
  }

  private async readPage(): Promise<number> {
    const { ledger, gate, time } = this.world;
    const { registers } = ledger;
    const after = registers.cursor(this.id);
    const { entries, cursor } = await gate(() => this.platform.inbox({ after, limit: PAGE }));
    if (entries.length === 0) return 0;
    const numberOf = numberingAfter((agency, at) => registers.lastIncoming(agency, at));
    const present = time.present();
    const read = present === undefined ? {} : { readAt: present };
    const came = entries.filter(({ kind }) => kind === 'document');
    const received = came.map(({ documentId, recipient: agency, at, senderCode, ...entry }) => ({
      documentId,
      agency,
      at,
      number: numberOf(agency, at),
      from: senderCode,
      code: entry.code,
      subject: entry.subject,
      ...read,
    }));
    const questions = entries.flatMap(({ documentId, recipient: agency, kind, ...entry }) => {
      const words = `${entry.description} ${entry.subject}`;
      return kind === 'document'
        ? []
        : [{ documentId, agency, kind, at: entry.toldAt, words, ...read }];
    });
    await ledger.write({ type: 'received', system: this.id, cursor, entries: received, questions });
    return entries.length;
  }

  private async hearPage(): Promise<number> {
    const { ledger, gate } = this.world;
    const after = ledger.registers.statusCursor(this.id);
    const page = await gate(() => this.platform.statuses({ after, limit: STATUS_PAGE }));
    if (page.entries.length === 0) return 0;
    const statuses = page.entries.map(({ documentId, description, at, late, ...entry }) => ({
      documentId,
      agency: entry.sender,
      recipient: entry.recipientCode,
      status: entry.statusCode,
      description,
      at,
      late,
    }));
    await ledger.write({ type: 'heard', system: this.id, cursor: page.cursor, statuses });
    return statuses.length;
  }

  private async answerAll(): Promise<void> {
    const due = speechesUntil(this.chains(), this.world.ledger.registers.horizon);
    for (let at = 0; at < due.length; at += PAGE) {
      await this.world.gate(() => this.answer(due.slice(at, at + PAGE)));
    }
  }

  /** How much waits for a time that has not come. */
  held(): number {
    const due = speechesUntil(this.chains(), this.world.ledger.registers.horizon);
    return this.chains().length - due.reduce((sum, { chains }) => sum + chains.length, 0);
  }

  private chains(): readonly Chain[] {
    const { hands, ledger } = this.world;
    const isItself = ({ agency }: { readonly agency: string }) => !hands.hold(agency);
    const received = ledger.registers.toAnswer(this.id).filter(isItself);
    const asked = ledger.registers.toDecide(this.id).filter(isItself);
    return [
      ...received.map((entry) => this.chainOf(entry)),
      ...asked.map((question) => this.decisionOf(question)),
    ];
  }

  /** All that is said of each document, in one request. */
  private async answer(speeches: readonly Speech[]): Promise<void> {
    const lines = speeches.map(linesOf);
    const reports = lines.flatMap((said, speech) =>
      said.map(({ chain, answer }) => {
        const { documentId = '', agency = '' } = speeches[speech]?.chains[chain] ?? {};
        return { documentId, agency, ...answer };
      }),
    );
    const outcomes = (await this.platform.reportStatuses(reports)).values();
    const given = lines.map((said) =>
      said.map((line) => ({ ...line, ...refusalIn(outcomes.next().value) })),
    );
    const documents = speeches.flatMap(({ chains }, speech) =>
      chains.map(({ answers: _answers, more, ...about }, chain) => ({
        ...about,
        ...(more ? { more } : {}),
        answers: (given[speech] ?? [])
          .filter((line) => line.chain === chain)
          .map(({ chain: _chain, answer, ...refused }) => ({ ...answer, ...refused })),
      })),
    );
    await this.world.ledger.write({ type: 'answered', system: this.id, documents });
  }

  private chainOf(entry: WaitingEntry): Chain {
    const known = this.chainsKnown.get(entry) ?? this.newChainOf(entry);
    this.chainsKnown.set(entry, known);
    return known;
  }

  private newChainOf(entry: WaitingEntry): Chain {
    const { documentId, agency, at, readAt, given } = entry;
    const { seed, province, behaviour } = this.world;
    const office = province.office(agency);
    if (office === undefined) return { documentId, agency, answers: [] };
    if (agency === province.sandbox)
      return { documentId, agency, answers: sandboxAnswers(entry).slice(given) };
    const { level } = office;
    const occasion = { seed, agency, level, documentId, at, readAt };
    return { documentId, agency, answers: answersTo(behaviour, occasion).slice(given) };
  }

  private decisionOf(question: Question): Chain {
    const { seed, province, behaviour } = this.world;
    const { documentId, agency, kind, at } = question;
    const answers = [
      agency === province.sandbox
        ? sandboxDecision(question)
        : decisionOn(behaviour, seed, question),
    ];
    return { documentId, agency, question: { kind, at }, answers };
  }
}

/** What somebody says in the place of an agency. */
export interface HandReport {
  readonly documentId: string;
  /** Internal id. */
  readonly agency: string;
  readonly status: HandStatus;
  readonly description: string;
}
