import { documentAggregate, encodePersonal, type Personal } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import {
  type Document,
  DocumentDiffers,
  documentIdOf,
  type IssueDocument,
  type Recipient,
} from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { type Instant, localDate, sha256 } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { RecipientUnknown } from './documents.errors.js';
import { type Draft, fullStaff } from './draft.js';
import { describe } from './json-draft.js';

export interface Issued {
  readonly documentId: string;
  /** Of the event that issued the document. */
  readonly sequence: number;
  readonly deliveries: readonly {
    readonly to: string;
    readonly agency: string;
    readonly via: 'local' | 'axis';
  }[];
}

/** Issues documents: what both the door and the axis connector end in. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly store: EventStore,
    private readonly directory: DirectoryView,
  ) {}

  /**
   * Accepted means durable: the attachments and the packet first, then the event that names them.
   * A repetition writes nothing and gets the same answer, whatever the directory has become since.
   *
   * @param sender on whose behalf the caller was found to speak
   * @throws {DocumentDiffers} when the sender issued another document under this DocumentId
   * @throws {RecipientUnknown} naming every recipient that nobody knows; nothing is written
   */
  async issue(sender: AgencyView, draft: Draft, at: Instant): Promise<Issued> {
    const id = documentIdOf(sender.id, draft.header.documentId);
    const before = await this.store.load(documentAggregate, id);
    if (before.state.status === 'issued') {
      if (before.state.inputDigest !== draft.inputDigest) throw new DocumentDiffers();
      return answer(id, before.firstSequence, before.state);
    }
    const recipients = this.recipientsOf(sender, draft, at);
    await this.keep(draft);
    const command = issueOf(sender, draft, recipients, at);
    const issued = await this.store.handle(documentAggregate, id, command, {
      correlationId: id,
      isNew: true,
    });
    return answer(id, issued.firstSequence, issued.state);
  }

  /**
   * An agency that is named twice, by different channels, gets the document by both.
   *
   * What comes from outside is delivered here to our own alone; the axis takes it to the others, so
   * recipients of such a packet that we do not know are not ours to judge.
   */
  private recipientsOf(sender: AgencyView, draft: Draft, at: Instant): readonly Recipient[] {
    const found = draft.to.map((to) => ({ ...to, agency: this.agencyFor(to.code, at) }));
    const recipients = new Map<string, Recipient>();
    for (const { agency, code, channel } of found) {
      if (agency === undefined) continue;
      const via = agency.realm === 'inside' ? 'local' : 'axis';
      if (via === 'axis' && sender.realm === 'outside') continue;
      const named = recipients.get(agency.id) ?? { agency: agency.id, code, channel, via };
      const both = named.channel !== channel;
      recipients.set(agency.id, both ? { ...named, channel: 'both' } : named);
    }
    const unknown = found.filter(({ agency }) => agency === undefined).map(({ code }) => code);
    const refused = sender.realm === 'inside' ? unknown.length > 0 : recipients.size === 0;
    if (refused) throw new RecipientUnknown(unknown);
    return [...recipients.values()];
  }

  private agencyFor(code: string, at: Instant): AgencyView | undefined {
    const day = localDate(at);
    return (
      this.directory.current.agencyByCode(code, day) ?? this.directory.current.agency(code, day)
    );
  }

  private async keep(draft: Draft): Promise<void> {
    const contents = [draft.packet.bytes, ...draft.attachments.map(({ content }) => content)];
    await Promise.all(contents.map((content) => this.store.objects.put(content)));
  }
}

const issueOf = (
  sender: AgencyView,
  draft: Draft,
  recipients: readonly Recipient[],
  at: Instant,
): IssueDocument => {
  const { bytes, mediaType } = draft.packet;
  return {
    type: 'IssueDocument',
    inputDigest: draft.inputDigest,
    sender: sender.id,
    header: draft.header,
    recipients,
    attachments: draft.attachments.map(describe),
    packet: { digest: sha256(bytes), mediaType },
    personal: encodePersonal(personalOf(draft)),
    at,
  };
};

const answer = (documentId: string, sequence: number, state: Document): Issued => ({
  documentId,
  sequence,
  deliveries:
    state.status === 'issued'
      ? state.recipients
          .filter(({ channel }) => channel !== 'paper')
          .map(({ code, agency, via }) => ({ to: code, agency, via }))
      : [],
});

const personalOf = ({ signer, staff }: Draft): Personal => ({
  ...(signer === undefined
    ? {}
    : {
        signer: {
          competence: signer.competence ?? '',
          position: signer.position ?? '',
          fullName: signer.fullName ?? '',
        },
      }),
  ...(staff === undefined ? {} : { staff: fullStaff(staff) }),
});
