const KIB = 1024;
const MIB = 1024 * KIB;

/** Bytes of one attachment, unpacked. */
export const ATTACHMENT_LIMIT = 50 * MIB;

/** Bytes of all attachments of one packet, unpacked. */
export const ATTACHMENTS_LIMIT = 200 * MIB;

/** Bytes of one packet as it travels: all attachments in base64, and room for the rest. */
export const PACKET_LIMIT = 280 * MIB;

/** The only element whose text may be long. */
export const CONTENT_ELEMENT = 'ContentTransferEncoded';

/** Bytes of the text of one such element: the largest attachment in base64, with line breaks of six bytes (`&#13;` and a feed). */
export const CONTENT_LIMIT = 72 * MIB;

/** Bytes of a packet without those texts. A packet to 2,500 agencies has a third of it. */
export const ENVELOPE_LIMIT = 4 * MIB;

/** Tags, comments and the like. A packet to 2,500 agencies has 45,000. */
export const MARKUP_LIMIT = 50_000;

/** Tags that occur once, and attributes; real packets have a hundred. */
export const UNUSUAL_LIMIT = 10_000;

/** `&amp;` and the like, all together; one a line of base64 is what some producers write. */
export const REFERENCE_LIMIT = 1_000_000;

/** Bytes of one tag; real ones have two hundred. */
export const TAG_LIMIT = 64 * KIB;

/** Real packets are nine deep. */
export const DEPTH_LIMIT = 64;

/** A zip that grows more than this often, beyond `RATIO_FREE` bytes, is a bomb. */
export const RATIO_LIMIT = 200;
export const RATIO_FREE = MIB;

/** Bytes of all files in a zip that is itself an attachment, as its directory announces them. */
export const ARCHIVE_LIMIT = 1024 * MIB;

/** Files in such a zip. */
export const ARCHIVE_FILES_LIMIT = 10_000;
