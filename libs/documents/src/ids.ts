import { deriveId } from '@lienthong/kernel';

/**
 * Identity of a document: its sender and the sender's own DocumentId, whatever door it came through.
 *
 * @param sender internal id of the issuing agency
 */
export const documentIdOf = (sender: string, headerDocumentId: string): string =>
  deriveId('document', sender, headerDocumentId);

/** One delivery for each recipient of a document. */
export const deliveryIdOf = (recipient: string, documentId: string): string =>
  `${recipient}.${documentId}`;
