import { type Attachment } from '@lienthong/documents';
import { canonicalJson, sha256 } from '@lienthong/kernel';
import { agencyCode } from '../http/codes.js';
import { type DocumentRequest, type SignerRequest } from './document.request.js';
import {
  type Draft,
  type DraftAttachment,
  type DraftSigner,
  headerDays,
  staffOf,
} from './draft.js';

export const draftOfRequest = (
  request: DocumentRequest,
  bytes: Uint8Array,
  mediaType: string,
): Draft => {
  const attachments = (request.attachments ?? []).map(({ name, mediaType: type, content }) => ({
    name,
    mediaType: type,
    content: Buffer.from(content, 'base64'),
  }));
  const draft = {
    from: agencyCode(request.from, '/from'),
    header: headerOf(request),
    to: request.to.map(({ code, channel = 'electronic' }, at) => ({
      code: agencyCode(code, `/to/${String(at)}/code`),
      channel,
    })),
    ...(request.signer === undefined ? {} : { signer: signerOf(request.signer) }),
    ...(request.staff === undefined ? {} : { staff: staffOf(request.staff) }),
  };
  const files = attachments.map(describe);
  return {
    ...draft,
    attachments,
    packet: { bytes, mediaType },
    inputDigest: sha256(
      canonicalJson({
        ...draft,
        header: { ...draft.header },
        signer: { ...draft.signer },
        staff: { ...draft.staff },
        files,
      }),
    ),
  };
};

const headerOf = (request: DocumentRequest): Draft['header'] => ({
  documentId: request.documentId,
  code: `${request.code.number}/${request.code.notation}`,
  typeName: request.typeName,
  subject: request.subject,
  ...headerDays(request.promulgatedOn, request.dueOn),
  priority: request.priority ?? 0,
});

/** An attachment as its event names it. */
export const describe = ({ name, mediaType, content }: DraftAttachment) =>
  ({ digest: sha256(content), name, mediaType, size: content.length }) satisfies Attachment;

const signerOf = ({ competence, position, fullName }: SignerRequest): DraftSigner => ({
  competence,
  position,
  fullName,
});
