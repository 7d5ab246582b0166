import { type Staff } from '@lienthong/contracts';
import { type Particulars } from '@lienthong/directory';
import { type Attachment, type Channel, type DocumentHeader } from '@lienthong/documents';
import { type LocalDate } from '@lienthong/kernel';
import { type DetachedSignature } from '@lienthong/signatures';

/** A document as a door reads it, before anything is known of the agencies that it names. */
export interface Draft {
  readonly from: string;
  readonly header: DocumentHeader;
  readonly to: readonly Addressee[];
  readonly attachments: readonly DraftAttachment[];
  readonly signer?: DraftSigner;
  readonly staff?: DraftStaff;
  readonly business: Business;
  /** What was handed in, byte for byte. */
  readonly packet: { readonly bytes: Uint8Array; readonly mediaType: string };
  /** On those bytes. None from a door that takes none. */
  readonly signatures?: readonly DetachedSignature[];
  /** SHA-256 of the canonical form: equal for a repetition, whatever its white space or order. */
  readonly inputDigest: string;
}

/** What is to be done with the document (BussinessDocType 0, 3, 2 and 1). */
export type Business =
  | { readonly kind: 'new' }
  /** The sender's own ids of the documents whose place it takes. */
  | { readonly kind: 'replace'; readonly replaced: readonly string[] }
  | UpdateBusiness
  | RevokeBusiness;

interface Targeted {
  /** The sender's own id of the document, where the header's is not known. */
  readonly target?: string | undefined;
}

export interface RevokeBusiness extends Targeted {
  readonly kind: 'revoke';
  readonly reason: string;
}

export interface UpdateBusiness extends Targeted {
  readonly kind: 'update';
  readonly reason: string;
  /** Who gets the document from this version on. */
  readonly added: Draft['to'];
  /** Codes of the recipients who are asked to give it back. */
  readonly askedBack: readonly string[];
}

/** A recipient as the sender names it; what it says beside the code picks one of several successors. */
export interface Addressee extends Particulars {
  readonly code: string;
  /** `code` names a group of recipients. */
  readonly isGroup?: true;
  readonly channel: Channel;
}

export interface DraftAttachment extends Attachment {
  /** Absent where it is in the object store already. */
  readonly content?: Uint8Array;
}

export interface DraftSigner {
  readonly competence?: string | undefined;
  readonly position?: string | undefined;
  readonly fullName?: string | undefined;
}

export interface DraftStaff {
  readonly department?: string | undefined;
  readonly name?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

/** Of a person, what was said; any other member stays behind. */
export const staffOf = ({ department, name, mobile, email }: DraftStaff): DraftStaff => ({
  department,
  name,
  mobile,
  email,
});

/** Every field of a person's, empty where nothing was said. */
export const fullStaff = (staff: DraftStaff): Staff => ({
  department: staff.department ?? '',
  name: staff.name ?? '',
  mobile: staff.mobile ?? '',
  email: staff.email ?? '',
});

/** Days are optional in a header; an absent one leaves no member behind. */
export const headerDays = (
  promulgatedOn: LocalDate | undefined,
  dueOn: LocalDate | undefined,
): Pick<DocumentHeader, 'promulgatedOn' | 'dueOn'> => ({
  ...(promulgatedOn === undefined ? {} : { promulgatedOn }),
  ...(dueOn === undefined ? {} : { dueOn }),
});
