import { documentAggregate } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import { documentIdOf, DocumentUnknown, type IssuedDocument } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { Addressing } from './addressing.js';
import { Asking } from './asking.js';
import { requireRoomOnAxis } from './axis-room.js';
import { NotARecipient } from './documents.errors.js';
import { type Draft, type RevokeBusiness, type UpdateBusiness } from './draft.js';
import { type Issued, issuedAs } from './issued.js';
import { Versions } from './versions.js';

/** Updates and revokes what was issued. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly store: EventStore,
    private readonly addressing: Addressing,
    private readonly asking: Asking,
    private readonly versions: Versions,
  ) {}

  /**
   * Each recipient is offered the new version, and answers for itself.
   *
   * @throws {DocumentUnknown} when the sender issued no such document
   * @throws {RequestOpen} when a recipient has not answered an earlier request
   * @throws {TooLate} when the document has ended with every recipient, or with one that is added
   * @throws {PacketBeyondAxis} when it reaches somebody over the axis, which does not take so much
   */
  async update(
    sender: AgencyView,
    draft: Draft,
    business: UpdateBusiness,
    at: Instant,
  ): Promise<Issued> {
    const [id, state] = await this.target(sender, draft.header.documentId, business.target);
    const added = this.addressing.recipientsOf(sender, business.added, at);
    if (!state.changes.includes(draft.inputDigest)) {
      await this.asking.require(id, state, added);
      requireRoomOnAxis(draft, [...state.recipients, ...added]);
    }
    const { header, ...version } = await this.versions.keep(sender, draft, at);
    const handled = await this.store.handle(
      documentAggregate,
      id,
      {
        type: 'UpdateDocument',
        ...version,
        // The document keeps the name under which it was issued.
        header: { ...header, documentId: state.header.documentId },
        reason: business.reason,
        added,
        askedBack: recipientsNamed(state, business.askedBack),
        at,
      },
      { correlationId: id },
    );
    return issuedAs(id, handled.lastSequence, handled.state);
  }

  /** @throws {DocumentUnknown} when the sender issued no such document */
  async revoke(
    sender: AgencyView,
    draft: Draft,
    { target, reason }: RevokeBusiness,
    at: Instant,
  ): Promise<Issued> {
    const [id] = await this.target(sender, draft.header.documentId, target);
    const { inputDigest, packet, signatures, personal } = await this.versions.keep(
      sender,
      draft,
      at,
    );
    const handled = await this.store.handle(
      documentAggregate,
      id,
      { type: 'RevokeDocument', inputDigest, reason, packet, signatures, personal, at },
      { correlationId: id },
    );
    return issuedAs(id, handled.lastSequence, handled.state);
  }

  /** The header's id comes first; the one in `Bussiness` counts where we do not know the header's. */
  private async target(
    sender: AgencyView,
    ...names: readonly (string | undefined)[]
  ): Promise<readonly [string, IssuedDocument]> {
    for (const name of names) {
      if (name === undefined) continue;
      const id = documentIdOf(sender.id, name);
      const { state } = await this.store.load(documentAggregate, id);
      if (state.status !== 'unissued') return [id, state];
    }
    throw new DocumentUnknown();
  }
}

/** @throws {NotARecipient} naming all who are not among the recipients */
const recipientsNamed = (
  { recipients }: IssuedDocument,
  names: readonly string[],
): readonly string[] => {
  const found = names.map((name) => ({
    name,
    recipient: recipients.find(({ code, agency }) => code === name || agency === name),
  }));
  const strangers = found.filter(({ recipient }) => recipient === undefined);
  if (strangers.length > 0) throw new NotARecipient(strangers.map(({ name }) => name));
  return found.flatMap(({ recipient }) => recipient?.agency ?? []);
};
