const MIB = 1024 * 1024;

/** Bytes of one attachment, unpacked. */
export const ATTACHMENT_LIMIT = 50 * MIB;

/** Bytes of all attachments of one packet, unpacked. */
export const ATTACHMENTS_LIMIT = 200 * MIB;

/** Bytes of one packet as it travels: all attachments in base64, and room for the rest. */
export const PACKET_LIMIT = 280 * MIB;

/** Real packets are nine deep. */
export const DEPTH_LIMIT = 64;

/** A packet to ten thousand agencies has a third of it. */
export const ELEMENT_LIMIT = 300_000;

/** A zip that grows more than this often, beyond `RATIO_FREE` bytes, is a bomb. */
export const RATIO_LIMIT = 200;
export const RATIO_FREE = MIB;
