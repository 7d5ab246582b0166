import { newDocumentJson, type PlatformClient } from '@lienthong/connector';
import { writeDocumentPacket } from '@lienthong/edxml';
import { type Instant } from '@lienthong/kernel';
import { type Signer } from '@lienthong/signatures';
import { type Behaviour } from '../province/province-file.js';
import { type Province } from '../province/province.js';
import { type Ledger } from '../registers/ledger.js';
import { type IssuedRecord } from '../registers/records.js';
import { type Desks, signersAt } from './desk.js';
import { type About, goesAsPacket, jsonOf, packetOf } from './letter.js';
import { type PlatformTime } from './platform-time.js';

/** What handing in depends on. */
export interface House {
  readonly province: Province;
  readonly behaviour: Behaviour;
  readonly desks: Desks;
  readonly ledger: Ledger;
  readonly time: PlatformTime;
}

/** A change of a document that the platform never took. */
export class NothingToChange extends Error {
  constructor() {
    super('the platform does not have the document');
    this.name = 'NothingToChange';
  }
}

/** Hands in what an agency has issued: letters, new versions of them, and what it says of those that are out. */
export class Outbox {
  constructor(
    private readonly platform: PlatformClient,
    private readonly house: House,
  ) {}

  /**
   * @returns the platform's id of the document
   * @throws {NothingToChange}
   */
  handIn(record: IssuedRecord): Promise<string> {
    switch (record.order.change?.kind) {
      case 'revoke':
        return this.revoke(record, record.order.change.reason);
      case 'take-back':
        return this.takeBack(record, record.order.change.reason);
      default:
        return this.send(record);
    }
  }

  private send(record: IssuedRecord): Promise<string> {
    const { order } = record;
    const earlier = this.earlierThan(record);
    const about = { leader: this.deskOf(record).leader, earlier: earlier?.headerId };
    const isPacket = goesAsPacket(record, this.house.behaviour.jsonShare);
    const signers = this.signersOf(record, (whole) => this.bytesOf(whole, about, isPacket));
    return this.naming(order.at, async (at) => {
      const { documentId } = isPacket
        ? await this.platform.sendPacket(this.bytesOf(record, about, true), { at, signers })
        : await this.platform.sendDocument(jsonOf(record, about), { at, signers });
      return documentId;
    });
  }

  private revoke(record: IssuedRecord, reason: string): Promise<string> {
    const target = this.targetOf(record);
    const signers = signersAt(this.deskOf(record), record.order);
    return this.naming(record.order.at, async (at) => {
      const { documentId } = await this.platform.revokeDocument(target, reason, { at, signers });
      return documentId;
    });
  }

  /** Asks each who got it electronically; one who can still be asked is enough. */
  private async takeBack({ order }: IssuedRecord, description: string): Promise<string> {
    const documentId = this.targetOf({ order });
    const asked = order.to.filter(({ channel }) => channel !== 'paper');
    const isReal = this.house.time.present() !== undefined;
    const reports = asked.map(({ code: recipient }) => ({
      ...{ documentId, agency: order.from, status: '13', recipient, description },
      ...(isReal ? {} : { at: order.at }),
    }));
    const outcomes = await this.platform.reportStatuses(reports);
    const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));
    const [first] = problems;
    const mayPass = problems.find(({ isFinal }) => !isFinal);
    if (mayPass !== undefined) throw mayPass;
    if (first !== undefined && problems.length === outcomes.length) throw first;
    return documentId;
  }

  private targetOf(record: Pick<IssuedRecord, 'order'>): string {
    const documentId = this.earlierThan(record)?.documentId;
    if (documentId === undefined) throw new NothingToChange();
    return documentId;
  }

  private earlierThan({ order: { change } }: Pick<IssuedRecord, 'order'>) {
    return change && this.house.ledger.registers.issuedUnder(change.of);
  }

  private deskOf({ order }: IssuedRecord) {
    const { desks, province } = this.house;
    return desks(province.office(order.from)?.id ?? '');
  }

  /** Of what is altered on the way, the bytes before it was are signed. */
  private signersOf(
    record: IssuedRecord,
    bytesOf: (record: IssuedRecord) => Uint8Array,
  ): readonly Signer[] {
    const { altered, ...order } = record.order;
    const signers = signersAt(this.deskOf(record), order);
    if (altered !== true) return signers;
    const original = bytesOf({ ...record, order });
    return signers.map((signer) => ({ ...signer, sign: () => signer.sign(original) }));
  }

  private bytesOf(record: IssuedRecord, about: About, isPacket: boolean): Uint8Array {
    return isPacket
      ? writeDocumentPacket(packetOf(record, this.house.province, about))
      : Buffer.from(newDocumentJson(jsonOf(record, about)));
  }

  private naming<T>(at: Instant, handIn: (at?: Instant) => Promise<T>): Promise<T> {
    return this.house.time.naming(at, handIn);
  }
}
