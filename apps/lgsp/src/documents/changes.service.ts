import { deliveryAggregate, documentAggregate } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import {
  type Delivery,
  documentIdOf,
  DocumentUnknown,
  type IssuedDocument,
  RequestOpen,
  TooLate,
} from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { Addressing } from './addressing.js';
import { RecipientUnknown } from './documents.errors.js';
import { type Draft, type RevokeBusiness, type UpdateBusiness } from './draft.js';
import { type Issued, issuedAs } from './issued.js';
import { Reaching } from './reaching.js';
import { Versions } from './versions.js';

/** Updates and revokes what was issued. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly store: EventStore,
    private readonly addressing: Addressing,
    private readonly reaching: Reaching,
    private readonly versions: Versions,
  ) {}

  /**
   * Each recipient is offered the new version, and answers for itself.
   *
   * @throws {DocumentUnknown} when the sender issued no such document
   * @throws {RequestOpen} when a recipient has not answered an earlier request
   * @throws {TooLate} when the document has ended with every recipient
   */
  async update(
    sender: AgencyView,
    draft: Draft,
    business: UpdateBusiness,
    at: Instant,
  ): Promise<Issued> {
    const [id, state] = await this.target(sender, draft.header.documentId, business.target);
    if (!state.changes.includes(draft.inputDigest)) await this.requireAskable(id, state);
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
        added: this.addressing.recipientsOf(sender, business.added, at),
        askedBack: business.askedBack.map((code) => recipientNamed(state, code)),
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

  private async requireAskable(document: string, { recipients }: IssuedDocument): Promise<void> {
    const electronic = recipients.filter(({ channel }) => channel !== 'paper');
    const deliveries = await Promise.all(
      electronic.map(async ({ agency }) => {
        const id = await this.reaching.deliveryOf(agency, document);
        return (await this.store.load(deliveryAggregate, id)).state;
      }),
    );
    const asked = deliveries.map(requestOf).find((request) => request !== undefined);
    if (asked !== undefined) throw new RequestOpen(asked);
    const last = deliveries.at(-1);
    if (last !== undefined && deliveries.every(hasEnded)) throw new TooLate(last.status);
  }
}

const requestOf = (delivery: Delivery) =>
  'request' in delivery ? delivery.request.kind : undefined;

const ENDS: readonly Delivery['status'][] = ['refused', 'completed', 'taken-back', 'revoked'];

const hasEnded = ({ status }: Delivery): boolean => ENDS.includes(status);

const recipientNamed = ({ recipients }: IssuedDocument, name: string): string => {
  const found = recipients.find(({ code, agency }) => code === name || agency === name);
  if (found === undefined) throw new RecipientUnknown([name]);
  return found.agency;
};
