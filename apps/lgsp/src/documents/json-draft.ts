import { canonicalJson, sha256 } from '@lienthong/kernel';
import { agencyCode, groupId } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import {
  type DocumentRequest,
  type RecipientRequest,
  type SignerRequest,
} from './document.request.js';
import {
  type Addressee,
  type Business,
  type Draft,
  type DraftAttachment,
  type DraftSigner,
  headerDays,
  staffOf,
} from './draft.js';

export const draftOfRequest = (
  request: DocumentRequest,
  attachments: readonly DraftAttachment[],
  packet: Draft['packet'],
): Draft => {
  const draft = {
    from: agencyCode(request.from, '/from'),
    header: headerOf(request),
    to: recipientsOf(request.to, '/to'),
    ...(request.signer === undefined ? {} : { signer: signerOf(request.signer) }),
    ...(request.staff === undefined ? {} : { staff: staffOf(request.staff) }),
  };
  const files = attachments.map(described);
  const business = businessOf(request);
  return {
    ...draft,
    business,
    attachments,
    packet,
    inputDigest: sha256(
      canonicalJson({
        ...draft,
        to: draft.to.map((recipient) => ({ ...recipient })),
        header: { ...draft.header },
        signer: { ...draft.signer },
        staff: { ...draft.staff },
        files,
        // As it was before there was any other business, so that what was issued then is known again.
        ...(business.kind === 'new' ? {} : { business: said(business) }),
      }),
    ),
  };
};

/** @throws {InvalidField} for an update that takes another document's place: it is one or the other */
const businessOf = ({ update, replaces = [] }: DocumentRequest): Business => {
  if (update === undefined) {
    const replaced = replaces.map(({ documentId }) => documentId);
    return replaced.length === 0 ? { kind: 'new' } : { kind: 'replace', replaced };
  }
  if (replaces.length > 0) {
    throw new InvalidField([{ pointer: '/replaces', message: 'an update replaces nothing' }]);
  }
  const { reason, add = [], askBack = [] } = update;
  return {
    kind: 'update',
    reason,
    added: recipientsOf(add, '/update/add'),
    askedBack: askBack.map(({ code }, at) =>
      agencyCode(code, `/update/askBack/${String(at)}/code`),
    ),
  };
};

/** @throws {InvalidField} unless it is one or the other */
const nameIn = (
  { code, group }: Pick<RecipientRequest, 'code' | 'group'>,
  pointer: string,
): Pick<Addressee, 'code' | 'isGroup'> => {
  if (code !== undefined && group === undefined) {
    return { code: agencyCode(code, `${pointer}/code`) };
  }
  if (group !== undefined && code === undefined) {
    return { code: groupId(group, `${pointer}/group`), isGroup: true };
  }
  throw new InvalidField([{ pointer, message: 'either a code or a group' }]);
};

const said = (business: Exclude<Business, { kind: 'new' }>) =>
  business.kind === 'update'
    ? { ...business, added: business.added.map((recipient) => ({ ...recipient })) }
    : { ...business };

const recipientsOf = (list: readonly RecipientRequest[], pointer: string): Draft['to'] =>
  list.map(({ channel = 'electronic', territory, field, ...named }, at) => ({
    ...nameIn(named, `${pointer}/${String(at)}`),
    channel,
    ...(territory === undefined ? {} : { territory }),
    ...(field === undefined ? {} : { field }),
  }));

const headerOf = (request: DocumentRequest): Draft['header'] => ({
  documentId: request.documentId,
  code: `${request.code.number}/${request.code.notation}`,
  typeName: request.typeName,
  subject: request.subject,
  ...headerDays(request.promulgatedOn, request.dueOn),
  priority: request.priority ?? 0,
});

/** An attachment as its event names it. */
export const described = ({ digest, name, mediaType, size }: DraftAttachment) => ({
  digest,
  name,
  mediaType,
  size,
});

const signerOf = ({ competence, position, fullName }: SignerRequest): DraftSigner => ({
  competence,
  position,
  fullName,
});
