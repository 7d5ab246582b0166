import { documentAggregate } from '@lienthong/contracts';
import { DocumentUnknown, type IssuedDocument } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { type DocumentTrace, ReadModels } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { type Caller } from '../access/caller.js';

export interface Content {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What the parties to a document may read of it; for everybody else it does not exist. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
  ) {}

  /** @throws {DocumentUnknown} */
  async trace(caller: Caller, id: string): Promise<DocumentTrace> {
    const trace = await this.readModels.trace(id);
    if (trace === undefined) throw new DocumentUnknown();
    this.admit(caller, [trace.sender, ...trace.deliveries.map(({ recipient }) => recipient)]);
    return trace;
  }

  /** Every document that bears this id, ours or its sender's. For the operator. */
  async find(id: string): Promise<readonly DocumentTrace[]> {
    const ids = [id, ...(await this.readModels.documentsByHeaderId(id))];
    const traces = await Promise.all(ids.map((each) => this.readModels.trace(each)));
    return traces.filter((trace) => trace !== undefined);
  }

  /**
   * The packet as it was handed in, byte for byte.
   *
   * @throws {DocumentUnknown}
   */
  async packet(caller: Caller, id: string): Promise<Content> {
    const document = await this.document(caller, id);
    return this.object(document.packet.digest, document.packet.mediaType);
  }

  /** @throws {DocumentUnknown} also when the document has no such attachment */
  async attachment(caller: Caller, id: string, digest: string): Promise<Content> {
    const document = await this.document(caller, id);
    const attachment = document.attachments.find((each) => each.digest === digest);
    if (attachment === undefined) throw new DocumentUnknown();
    return this.object(digest, attachment.mediaType);
  }

  private async document(caller: Caller, id: string): Promise<IssuedDocument> {
    const { state } = await this.store.load(documentAggregate, id);
    if (state.status === 'unissued') throw new DocumentUnknown();
    this.admit(caller, [state.sender, ...state.recipients.map(({ agency }) => agency)]);
    return state;
  }

  private async object(digest: string, mediaType: string): Promise<Content> {
    const bytes = await this.store.objects.get(digest);
    if (bytes === undefined) throw new DocumentUnknown();
    return { bytes, mediaType };
  }

  private admit(caller: Caller, parties: readonly string[]): void {
    if (caller.kind === 'operator') return;
    if (!parties.some((party) => caller.system.agencies.has(party))) throw new DocumentUnknown();
  }
}
