import { documentAggregate } from '@lienthong/contracts';
import { DocumentUnknown, type IssuedDocument } from '@lienthong/documents';
import {
  type ByteRange,
  EventStore,
  type ObjectContent,
  ObjectDamaged,
} from '@lienthong/event-store';
import { type DocumentTrace, type Horizon, ReadModels } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { type Caller } from '../access/caller.js';
import { Reaching } from './reaching.js';

/** Something of a document that is kept as an object. */
export interface Content {
  readonly digest: string;
  readonly mediaType: string;
  /** As its sender called it; a packet has none. */
  readonly name?: string;
}

/** What the parties to a document may read of it; for everybody else it does not exist. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly reaching: Reaching,
  ) {}

  /** @throws {DocumentUnknown} */
  async trace(caller: Caller, id: string): Promise<DocumentTrace> {
    const trace = await this.readModels.trace(id);
    if (trace === undefined) throw new DocumentUnknown();
    this.admit(caller, [trace.sender, ...trace.deliveries.map(({ recipient }) => recipient)]);
    return trace;
  }

  /**
   * Every document that bears this id, ours or its sender's. For the operator.
   *
   * @param horizon how much is looked at; everything when absent
   */
  async find(id: string, horizon?: Horizon): Promise<readonly DocumentTrace[]> {
    const ids = [id, ...(await this.readModels.documentsByHeaderId(id))];
    const traces = await Promise.all(ids.map((each) => this.readModels.trace(each, horizon)));
    return traces.filter((trace) => trace !== undefined);
  }

  /**
   * The packet of a version as it was handed in, byte for byte; of the latest unless told.
   *
   * @throws {DocumentUnknown} also when there is no such version
   */
  async packet(caller: Caller, id: string, revision?: number): Promise<Content> {
    const versions = versionsOf(await this.document(caller, id));
    const version = versions.at((revision ?? versions.length) - 1);
    if (version === undefined) throw new DocumentUnknown();
    return version.packet;
  }

  /** @throws {DocumentUnknown} also when no version of the document has such an attachment */
  async attachment(caller: Caller, id: string, digest: string): Promise<Content> {
    const versions = versionsOf(await this.document(caller, id));
    const attachment = versions
      .flatMap(({ attachments }) => attachments)
      .find((each) => each.digest === digest);
    if (attachment === undefined) throw new DocumentUnknown();
    return attachment;
  }

  /**
   * The bytes of a content, or a part of them.
   *
   * @throws {RangeBeyondEnd} when there are none of these
   * @throws {ObjectDamaged} also when there is nothing where the log says that there is
   */
  async open({ digest }: Content, range?: ByteRange): Promise<ObjectContent> {
    const content = await this.store.objects.open(digest, range);
    if (content === undefined) throw new ObjectDamaged(digest);
    return content;
  }

  private async document(caller: Caller, id: string): Promise<IssuedDocument> {
    const { state } = await this.store.load(documentAggregate, id);
    if (state.status === 'unissued') throw new DocumentUnknown();
    const named = [state.sender, ...state.recipients.map(({ agency }) => agency)];
    if (!isParty(caller, named)) this.admit(caller, await this.successorsOf(id, state));
    return state;
  }

  private successorsOf(id: string, { recipients }: IssuedDocument): Promise<readonly string[]> {
    return Promise.all(recipients.map(({ agency }) => this.reaching.recipientOf(agency, id)));
  }

  private admit(caller: Caller, parties: readonly string[]): void {
    if (!isParty(caller, parties)) throw new DocumentUnknown();
  }
}

const isParty = (caller: Caller, parties: readonly string[]): boolean =>
  caller.kind === 'operator' || parties.some((party) => caller.system.agencies.has(party));

/** From the first to the latest. */
const versionsOf = ({ earlier, attachments, packet }: IssuedDocument) => [
  ...earlier,
  { attachments, packet },
];
