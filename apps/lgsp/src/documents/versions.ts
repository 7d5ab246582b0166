import { encodePersonal, type Personal } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import { type IssueDocument } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { AttachmentUnknown } from './documents.errors.js';
import { type Draft, type DraftAttachment, fullStaff } from './draft.js';
import { described } from './json-draft.js';
import { Judging } from './judging.js';

type Version = Pick<
  IssueDocument,
  'inputDigest' | 'header' | 'attachments' | 'packet' | 'signatures' | 'personal'
>;

/** Makes what was handed in durable, and says how an event names it. */
@Injectable()
export class Versions {
  constructor(
    private readonly store: EventStore,
    private readonly judging: Judging,
  ) {}

  /**
   * The attachments and the packet are in the object store when this resolves.
   *
   * @throws {UnreadableCertificate} and stores nothing
   */
  async keep(sender: AgencyView, draft: Draft, at: Instant): Promise<Version> {
    const { bytes, mediaType } = draft.packet;
    const signatures = await this.judging.of(sender, draft, at);
    const [digest] = await Promise.all([
      this.store.objects.put(bytes),
      ...draft.attachments.map((attachment) => this.keepAttachment(attachment)),
    ]);
    return {
      inputDigest: draft.inputDigest,
      header: draft.header,
      attachments: draft.attachments.map(described),
      packet: { digest, mediaType },
      signatures,
      personal: encodePersonal(personalOf(draft)),
    };
  }

  /** @throws {AttachmentUnknown} when what was uploaded has been swept away meanwhile */
  private async keepAttachment({ digest, content }: DraftAttachment): Promise<void> {
    if (content !== undefined) await this.store.objects.put(content);
    else if (!(await this.store.objects.claim(digest))) throw new AttachmentUnknown(digest);
  }
}

/** What a document says of persons. */
export const personalOf = ({
  signer,
  staff,
  signatures = [],
}: Pick<Draft, 'signer' | 'staff' | 'signatures'>): Personal => ({
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
  ...(signatures.length === 0 ? {} : { evidence: signatures }),
});
