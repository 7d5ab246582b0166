import type { Instant, LocalDate } from '@lienthong/kernel';

/**
 * What an edXML packet (QCVN 102:2016) says, free of prefixes, element order and packaging.
 *
 * Texts bear no white space at their ends and are never empty: an empty element is an absent one.
 */
export type Packet = DocumentPacket | StatusPacket;

/** 0 new, 1 revoke, 2 update, 3 replace. */
export type BusinessType = 0 | 1 | 2 | 3;

export interface DocumentPacket {
  readonly kind: 'document';
  /** 0 too when the packet has no `Bussiness` at all. */
  readonly businessType: BusinessType;
  readonly from: Organ;
  /** At least one. */
  readonly to: readonly Organ[];
  /** An opaque key: impossible dates and odd numbers occur in it. */
  readonly documentId: string;
  readonly code: { readonly number: string; readonly notation: string };
  readonly promulgation: {
    readonly place?: string | undefined;
    readonly date?: LocalDate | undefined;
  };
  /** `typeName` is authoritative, `type` is the vendor's own numbering. */
  readonly documentType: {
    readonly type?: string | undefined;
    readonly typeDetail?: string | undefined;
    readonly typeName?: string | undefined;
  };
  readonly subject: string;
  readonly content?: string | undefined;
  readonly signer?: Signer | undefined;
  readonly dueDate?: LocalDate | undefined;
  readonly toPlaces: readonly string[];
  readonly priority?: string | undefined;
  readonly sphere?: string | undefined;
  readonly typerNotation?: string | undefined;
  readonly promulgationAmount?: string | undefined;
  readonly pageAmount?: string | undefined;
  readonly direction?: string | undefined;
  readonly appendixes: readonly string[];
  readonly responseFor: readonly ResponseFor[];
  readonly steeringType?: string | undefined;
  readonly trace: readonly Hop[];
  /** Absent when `Bussiness` says no more than the type. */
  readonly business?: Business | undefined;
  readonly attachments: readonly PacketAttachment[];
  /**
   * The packet's own XML signature as it was received, to the letter: it was not verified, and is not written again, for it
   * would not hold for what is written.
   */
  readonly signature?: string | undefined;
}

/** The answer of one agency about one document. */
export interface StatusPacket {
  readonly kind: 'status';
  readonly from: Organ;
  readonly responseFor: DocumentReference;
  readonly staff?: Staff | undefined;
  /** Two digits in all known packets; any text is read. */
  readonly statusCode: string;
  readonly description?: string | undefined;
  /** Whole seconds; the packet's own time has no zone and is read as Vietnam's. */
  readonly timestamp: Instant;
}

export interface Organ {
  readonly organId: string;
  readonly inCharge?: string | undefined;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
  readonly fax?: string | undefined;
  readonly website?: string | undefined;
}

export interface Signer {
  readonly competence?: string | undefined;
  readonly position?: string | undefined;
  readonly fullName?: string | undefined;
}

export interface Staff {
  readonly department?: string | undefined;
  readonly staff?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

/** A document that this one answers; producers leave out what they please. */
export interface ResponseFor {
  readonly organId?: string | undefined;
  readonly code?: string | undefined;
  readonly promulgationDate?: LocalDate | undefined;
  readonly documentId?: string | undefined;
}

/** The document that a status is about, and the agency that shall hear of it. */
export interface DocumentReference extends ResponseFor {
  readonly organId: string;
  readonly documentId: string;
}

/** A system that passed the packet on; `organId` is absent where the producer wrote `null`. */
export interface Hop {
  readonly organId?: string | undefined;
  readonly timestamp?: Instant | undefined;
}

export interface Business {
  readonly documentId?: string | undefined;
  readonly reason?: string | undefined;
  /** True when a paper copy goes out too. */
  readonly paper?: boolean | undefined;
  readonly documentInfo?: string | undefined;
  readonly documentReceiver?: string | undefined;
  readonly receivers: readonly Receiver[];
  readonly replacements: readonly Replacement[];
  readonly staff?: Staff | undefined;
}

export interface Receiver {
  readonly organId: string;
  readonly receiverType?: string | undefined;
}

export interface Replacement {
  readonly documentId: string;
  readonly organIds: readonly string[];
}

export interface PacketAttachment {
  /** Without `cid:`. */
  readonly contentId: string;
  /** A plain file name, never a path. */
  readonly name: string;
  readonly description?: string | undefined;
  /** Of `content`, told by its first bytes and its name; see `mediaTypeOf`. */
  readonly mediaType: string;
  /** The file itself, out of the zip that carried it; at most 50 MiB. */
  readonly content: Uint8Array;
}
