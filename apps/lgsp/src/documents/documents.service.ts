import { documentAggregate } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import {
  DocumentDiffers,
  documentIdOf,
  type IssueDocument,
  type Replaced,
} from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { type Instant, Refusal } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { InvalidField } from '../http/http.errors.js';
import { Addressing } from './addressing.js';
import { requireRoomOnAxis } from './axis-room.js';
import { ChangesService } from './changes.service.js';
import { type Draft } from './draft.js';
import { type Issued, issuedAs } from './issued.js';
import { Versions } from './versions.js';

/** Issues and changes documents: what both the door and the axis connector end in. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly store: EventStore,
    private readonly addressing: Addressing,
    private readonly versions: Versions,
    private readonly changes: ChangesService,
  ) {}

  /**
   * Does what the draft asks for. A repetition writes nothing.
   *
   * @param sender on whose behalf the caller was found to speak
   * @throws {Refusal} one for each rule of the exchange; nothing is written then
   */
  take(sender: AgencyView, draft: Draft, at: Instant): Promise<Issued> {
    const { business } = draft;
    switch (business.kind) {
      case 'new':
        return this.issue(sender, draft, [], at);
      case 'replace':
        return this.issue(sender, draft, business.replaced, at);
      case 'update':
        return this.changes.update(sender, draft, business, at);
      case 'revoke':
        return this.changes.revoke(sender, draft, business, at);
    }
  }

  /**
   * Accepted means durable: the attachments and the packet first, then the event that names them.
   * A repetition gets the same answer, whatever the directory has become since. Most documents are new, so nothing is
   * looked up before the write, which finds a repetition itself.
   */
  private async issue(
    sender: AgencyView,
    draft: Draft,
    replaced: readonly string[],
    at: Instant,
  ): Promise<Issued> {
    const { documentId } = draft.header;
    if (replaced.includes(documentId))
      throw new InvalidField([{ pointer: '/replaces', message: 'names the document itself' }]);
    const id = documentIdOf(sender.id, documentId);
    try {
      const recipients = this.addressing.recipientsOf(sender, draft.to, at);
      requireRoomOnAxis(draft, recipients);
      const command: IssueDocument = {
        type: 'IssueDocument',
        sender: sender.id,
        recipients,
        replaces: replaced.map((theirs) => replacedBy(sender, theirs)),
        ...(await this.versions.keep(sender, draft, at)),
        at,
      };
      const options = { correlationId: id, isNew: true };
      const issued = await this.store.handle(documentAggregate, id, command, options);
      return issuedAs(id, issued.firstSequence, issued.state);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.issuedBefore(id, draft, error);
    }
  }

  /** What is refused today may have been issued when it was not. */
  private async issuedBefore(id: string, draft: Draft, refusal: Refusal): Promise<Issued> {
    const { state, firstSequence } = await this.store.load(documentAggregate, id);
    if (state.status === 'unissued') throw refusal;
    if (state.inputDigest !== draft.inputDigest) throw new DocumentDiffers();
    return issuedAs(id, firstSequence, state);
  }
}

const replacedBy = (sender: AgencyView, headerDocumentId: string): Replaced => ({
  document: documentIdOf(sender.id, headerDocumentId),
  headerDocumentId,
});
