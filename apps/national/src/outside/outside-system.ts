import {
  type AxisClient,
  type AxisListItem,
  type AxisMessageType,
  AxisRefused,
  type HandStatus,
} from '@lienthong/connector';
import {
  type BusinessType,
  type DocumentPacket,
  type Packet,
  readPacket,
  type StatusPacket,
  writeDocumentPacket,
  writeStatusPacket,
} from '@lienthong/edxml';
import { type Instant } from '@lienthong/kernel';
import { Logger } from '@nestjs/common';
import { type Behaviour } from '../members/members-file.js';
import { inParallel } from './in-parallel.js';
import { type Ledger } from './ledger.js';
import { answerTo, type Directory, letterOf, organOf, referenceTo, statusOf } from './letter.js';
import { type IssuedRecord } from './records.js';
import { answersTo, decisionOn } from './script.js';

const PAGE = 100;

/** Packets in work at one time; more would only wait for each other. */
const WIDTH = 4;

/** What the outside systems share. */
export interface OutsideWorld {
  readonly seed: string;
  readonly behaviour: Behaviour;
  readonly directory: Directory;
  readonly ledger: Ledger;
}

/**
 * The document system of a ministry or of another province: a client of the axis like any other.
 *
 * What it receives stays on the axis until it is registered and answered, and what it answers is a function of the
 * document; so after a crash everything is done again, with the same bytes and no second effect.
 */
export class OutsideSystem {
  private readonly logger = new Logger(OutsideSystem.name);
  /** By the DocumentId: what was taken from the axis by hand, and when it was spoken of last. */
  private readonly byHand = new Map<string, Occasion>();

  /**
   * @param id under which the axis knows it
   * @param agencies codes of those that it serves
   */
  constructor(
    readonly id: string,
    readonly agencies: readonly string[],
    private readonly axis: AxisClient,
    private readonly world: OutsideWorld,
  ) {}

  /**
   * Sends what is due, and works off what waits on the axis.
   *
   * @returns how many things it had to do
   * @throws {AxisUnreachable} with the rest undone
   */
  async round(): Promise<number> {
    const sent = await this.sendIssued();
    const documents = await this.workOff('edoc', (item, packet) => this.answer(item, packet));
    const statuses = await this.workOff('status', (item, packet) => this.hear(item, packet));
    return sent + documents + statuses;
  }

  /** What is issued and not yet on the axis, and what is received and not answered. */
  get waiting(): number {
    return this.due().length + this.world.ledger.books.unanswered(this.id);
  }

  /**
   * Reports by hand on a document that waits on the axis, or that was taken from it by hand before.
   *
   * @param documentId of the packet's header
   * @returns whether there is such a document
   */
  async report({ agency, documentId, status, description }: HandReport): Promise<boolean> {
    const occasion =
      (await this.taken('edoc', documentId)) ?? (await this.taken('status', documentId));
    const known = occasion ?? this.byHand.get(documentId);
    if (known === undefined) return false;
    const at = known.at + HAND_MS;
    this.byHand.set(documentId, { ...known, at });
    const organ = organOf(agency, this.world.directory);
    await this.give(answerTo(known.about, organ, { statusCode: status, description, at }));
    return true;
  }

  /** Takes what is about the document from the axis. */
  private async taken(type: AxisMessageType, documentId: string): Promise<Occasion | undefined> {
    const page = await this.axis.getReceivedEdocList({ messagetype: type, pageSize: LONGEST_PAGE });
    for (const { id } of page) {
      const found = occasionOf(readPacket(await this.axis.getEdoc(id)));
      if (found?.about.documentId !== documentId) continue;
      await this.axis.updateStatus(id, 'done');
      return found;
    }
    return undefined;
  }

  private async sendIssued(): Promise<number> {
    const due = this.due();
    await inParallel(due, WIDTH, (record) => this.send(record));
    return due.length;
  }

  private due(): readonly IssuedRecord[] {
    const { ledger, directory } = this.world;
    return ledger.books
      .waitingToBeSent()
      .filter(({ document }) => directory(document.from)?.system === this.id);
  }

  private async send(record: IssuedRecord): Promise<void> {
    const { ledger, directory } = this.world;
    const { key } = record;
    const letter = writeDocumentPacket(letterOf(record, directory));
    try {
      const docId = await this.axis.sendEdoc(letter, 'edoc');
      await ledger.write({ type: 'sent', key, docId });
    } catch (error) {
      if (!(error instanceof AxisRefused)) throw error;
      this.logger.warn(`document ${key} is refused: ${error.message}`);
      await ledger.write({ type: 'refused', key, code: error.code, reason: error.desc });
    }
  }

  private async workOff(
    messagetype: AxisMessageType,
    work: (item: AxisListItem, packet: Packet) => Promise<void>,
  ): Promise<number> {
    let done = 0;
    for (;;) {
      const page = await this.axis.getReceivedEdocList({ messagetype, pageSize: PAGE });
      await inParallel(page, WIDTH, async (item) => {
        await work(item, readPacket(await this.axis.getEdoc(item.id)));
        await this.axis.updateStatus(item.id, 'done');
      });
      done += page.length;
      if (page.length < PAGE) return done;
    }
  }

  private async answer({ id: docId }: AxisListItem, packet: Packet): Promise<void> {
    const { books } = this.world.ledger;
    if (packet.kind !== 'document' || books.hasAnswered(this.id, docId)) return;
    const { documentId } = packet;
    await this.world.ledger.write({ type: 'received', system: this.id, docId, documentId });
    let statuses = 0;
    for (const status of this.answersTo(packet)) {
      await this.give(status);
      statuses += 1;
    }
    await this.world.ledger.write({ type: 'answered', system: this.id, docId, statuses });
  }

  /** In the order of each agency's acts: the axis hands them on in the order in which it gets them. */
  private answersTo(document: DocumentPacket): readonly StatusPacket[] {
    const { seed, behaviour, directory } = this.world;
    const at = document.trace.at(-1)?.timestamp;
    if (at === undefined) return [];
    const { documentId, businessType } = document;
    return document.to
      .filter(({ organId }) => directory(organId)?.system === this.id)
      .flatMap((agency) => {
        const occasion = { seed, agency: agency.organId, documentId, at };
        const answers = isChange(businessType)
          ? [decisionOn(behaviour, occasion, businessType === 1)]
          : answersTo(behaviour, occasion);
        return answers.map((answer) => statusOf(document, agency, answer));
      });
  }

  /** An agency here is asked to give a document back. */
  private async decide({ from, responseFor, timestamp: at }: StatusPacket): Promise<void> {
    const { seed, behaviour, directory } = this.world;
    const { organId, ...document } = responseFor;
    if (directory(organId)?.system !== this.id) return;
    const occasion = { seed, agency: organId, documentId: document.documentId, at };
    const answer = decisionOn(behaviour, occasion, false);
    const asked = { ...document, organId: from.organId };
    await this.give(answerTo(asked, organOf(organId, directory), answer));
  }

  private async give(status: StatusPacket): Promise<void> {
    try {
      await this.axis.sendEdoc(writeStatusPacket(status), 'status');
    } catch (error) {
      if (!(error instanceof AxisRefused)) throw error;
      this.logger.warn(`a status ${status.statusCode} is refused: ${error.message}`);
    }
  }

  private async hear({ id: docId }: AxisListItem, packet: Packet): Promise<void> {
    if (packet.kind !== 'status') return;
    const { responseFor, from, statusCode, timestamp: at } = packet;
    const { documentId } = responseFor;
    const agency = from.organId;
    if (statusCode === TAKE_BACK) await this.decide(packet);
    await this.world.ledger.write({ type: 'heard', docId, documentId, agency, statusCode, at });
  }
}

/** Between what is said by hand of one document. */
const HAND_MS = 60_000;
const LONGEST_PAGE = 1_000;

/** What somebody says in the place of an agency. */
export interface HandReport {
  /** Its code. */
  readonly agency: string;
  readonly documentId: string;
  readonly status: HandStatus;
  readonly description: string;
}

/** A document, or the wish to have it back, that an agency can say something of. */
interface Occasion {
  readonly about: StatusPacket['responseFor'];
  readonly at: Instant;
}

const occasionOf = (packet: Packet): Occasion | undefined => {
  if (packet.kind === 'document')
    return { about: referenceTo(packet), at: packet.trace.at(-1)?.timestamp ?? 0 };
  if (packet.statusCode !== TAKE_BACK) return undefined;
  const { responseFor, from, timestamp: at } = packet;
  return { about: { ...responseFor, organId: from.organId }, at };
};

/** The sender asks for its document back. */
const TAKE_BACK = '13';

const isChange = (type: BusinessType): boolean => type === 1 || type === 2;
