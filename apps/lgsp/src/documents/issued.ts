import { type Document } from '@lienthong/documents';

/** What the sender of a document is told. */
export interface Issued {
  readonly documentId: string;
  /** Of the event that issued the document, or of its last change. */
  readonly sequence: number;
  readonly deliveries: readonly {
    readonly to: string;
    readonly agency: string;
    readonly via: 'local' | 'axis';
  }[];
}

export const issuedAs = (documentId: string, sequence: number, state: Document): Issued => ({
  documentId,
  sequence,
  deliveries:
    state.status === 'unissued'
      ? []
      : state.recipients
          .filter(({ channel }) => channel !== 'paper')
          .map(({ code, agency, via }) => ({ to: code, agency, via })),
});
