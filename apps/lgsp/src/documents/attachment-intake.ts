import { EventStore } from '@lienthong/event-store';
import { sha256 } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { InvalidField } from '../http/http.errors.js';
import { type AttachmentRequest } from './document.request.js';
import { AttachmentUnknown } from './documents.errors.js';
import { type DraftAttachment } from './draft.js';

/** Finds the content of attachments: in what was handed in, or among the objects that were uploaded before. */
@Injectable()
export class AttachmentIntake {
  constructor(private readonly store: EventStore) {}

  /**
   * @throws {InvalidField} unless each has its content or names it
   * @throws {AttachmentUnknown} naming the first digest of which there is no object
   */
  async of(requests: readonly AttachmentRequest[]): Promise<readonly DraftAttachment[]> {
    return Promise.all(requests.map((request, at) => this.one(request, at)));
  }

  private async one(request: AttachmentRequest, at: number): Promise<DraftAttachment> {
    const { name, mediaType, content, digest } = request;
    if ((content === undefined) === (digest === undefined)) {
      const pointer = `/attachments/${String(at)}`;
      throw new InvalidField([{ pointer, message: 'either a content or a digest' }]);
    }
    if (digest === undefined) {
      return withContent({ name, mediaType }, Buffer.from(content ?? '', 'base64'));
    }
    const object = await this.store.objects.stat(digest);
    if (object === undefined) throw new AttachmentUnknown(digest);
    return { digest, name, mediaType, size: object.size };
  }
}

/** An attachment as its event names it, with what is to be stored. */
export const withContent = (
  { name, mediaType }: Pick<DraftAttachment, 'name' | 'mediaType'>,
  content: Uint8Array,
): DraftAttachment => ({ digest: sha256(content), name, mediaType, size: content.length, content });
