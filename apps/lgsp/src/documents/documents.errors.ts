import { Refusal } from '@lienthong/kernel';

/** Recipients that neither the tenant's directory nor the axis's list knows. */
export class RecipientUnknown extends Refusal {
  constructor(readonly codes: readonly string[]) {
    super(`unknown recipients: ${codes.join(', ')}`);
  }
}

/** A change names agencies that the document was never addressed to. */
export class NotARecipient extends Refusal {
  constructor(readonly codes: readonly string[]) {
    super(`not recipients of the document: ${codes.join(', ')}`);
  }
}

/** The attachments of a document are more than the axis takes as one packet. */
export class PacketBeyondAxis extends Refusal {
  /** @param codes of the recipients that are reached over the axis */
  constructor(
    readonly bytes: number,
    readonly limitBytes: number,
    readonly codes: readonly string[],
  ) {
    super(
      `${String(bytes)} bytes of attachments, the axis takes ${String(limitBytes)}; reached over it: ${codes.join(', ')}`,
    );
  }
}

/** An attachment names a content that was not uploaded, or has been taken away since because no document named it. */
export class AttachmentUnknown extends Refusal {
  constructor(readonly digest: string) {
    super(`there is no object ${digest}`);
  }
}
