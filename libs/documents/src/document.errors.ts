import { Refusal } from '@lienthong/kernel';

/** The sender already issued another document under this DocumentId. */
export class DocumentDiffers extends Refusal {
  constructor() {
    super('another document was issued under this DocumentId');
  }
}

/** Nobody issued the document that is to be changed. */
export class DocumentUnknown extends Refusal {
  constructor() {
    super('no such document was issued');
  }
}

/** A revoked or replaced document is not changed any more. */
export class DocumentClosed extends Refusal {
  constructor(readonly status: 'replaced' | 'revoked') {
    super(`the document was ${status}`);
  }
}
