import {
  type DocumentPacket,
  type StatusPacket,
  writeDocumentPacket,
  writeStatusPacket,
} from '@lienthong/edxml';
import { instant } from '@lienthong/kernel';

export const SENT_AT = instant('2020-03-02T08:15:30+07:00');

/** A document of `from` to agencies by their codes; another number makes another document. */
export const documentOf = (
  from: string,
  to: readonly string[],
  number = 1,
  change: Partial<DocumentPacket> = {},
): Uint8Array =>
  writeDocumentPacket({
    kind: 'document',
    businessType: 0,
    from: { organId: from },
    to: to.map((organId) => ({ organId })),
    documentId: `${from},2020/03/02,${String(number)}/VB`,
    code: { number: String(number), notation: 'VB' },
    promulgation: { date: '2020-03-02' },
    documentType: { typeName: 'Công văn' },
    subject: 'Về việc trao đổi văn bản điện tử',
    toPlaces: [],
    appendixes: [],
    responseFor: [],
    trace: [{ organId: from, timestamp: SENT_AT }],
    attachments: [],
    ...change,
  });

/** What `from` says about a document that `to` sent. */
export const statusOf = (
  from: string,
  to: string,
  change: Partial<StatusPacket> = {},
): Uint8Array =>
  writeStatusPacket({
    kind: 'status',
    from: { organId: from },
    responseFor: { organId: to, documentId: `${to},2020/03/02,1/VB` },
    statusCode: '03',
    timestamp: SENT_AT + 60_000,
    ...change,
  });
