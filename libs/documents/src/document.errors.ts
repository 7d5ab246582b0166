import { Refusal } from '@lienthong/kernel';

/** The sender already issued another document under this DocumentId. */
export class DocumentDiffers extends Refusal {
  constructor() {
    super('another document was issued under this DocumentId');
  }
}
