import { type Packet } from '@lienthong/edxml';
import { type DetachedSignature } from '@lienthong/signatures';
import { Injectable } from '@nestjs/common';
import { type Caller } from '../access/caller.js';
import { Speaking } from '../access/speaking.js';
import { JSON_TYPE, utf8 } from '../http/body.js';
import { BusinessTime } from '../http/business-time.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { AttachmentIntake } from './attachment-intake.js';
import { DocumentRequest } from './document.request.js';
import { DocumentsService } from './documents.service.js';
import { type Draft } from './draft.js';
import { type Issued } from './issued.js';
import { draftOfRequest } from './json-draft.js';
import { draftOfPacket } from './packet-draft.js';

/** A document that was handed in as JSON, before anybody asked what it names. */
export interface RequestRead {
  readonly request: DocumentRequest;
  readonly bytes: Buffer;
}

/** What comes with a document besides its bytes. */
export interface HandedIn {
  readonly caller: Caller;
  /** Business time of issue, as the caller gave it. */
  readonly time?: string | undefined;
  /** On the bytes. */
  readonly signatures?: readonly DetachedSignature[];
}

/** Takes in what is handed in, in the name of whoever hands it in. */
@Injectable()
export class Intake {
  constructor(
    private readonly documents: DocumentsService,
    private readonly attachments: AttachmentIntake,
    private readonly speaking: Speaking,
    private readonly time: BusinessTime,
  ) {}

  async json({ request, bytes }: RequestRead, handedIn: HandedIn): Promise<Issued> {
    const attachments = await this.attachments.of(request.attachments ?? []);
    const draft = draftOfRequest(request, attachments, { bytes, mediaType: JSON_TYPE });
    return this.take(draft, { ...handedIn, time: request.issuedAt ?? handedIn.time });
  }

  async packet(packet: Packet, received: Draft['packet'], handedIn: HandedIn): Promise<Issued> {
    return this.take(draftOfPacket(packet, received), handedIn);
  }

  private take(draft: Draft, { caller, time, signatures = [] }: HandedIn): Promise<Issued> {
    const at = this.time.of(time);
    const sender = this.speaking.agencyOf(caller, draft.from, at);
    return this.documents.take(sender, { ...draft, signatures }, at);
  }
}

export const readRequest = (bytes: Buffer): RequestRead => ({
  request: validated(DocumentRequest, parseStrictJson(utf8(bytes))),
  bytes,
});
