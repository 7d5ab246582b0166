import { AxisRefused, AxisUnreachable } from '@lienthong/connector';
import { isAway as isLogAway } from '@lienthong/event-store';

/** What the axis says of a packet itself: the same bytes will be refused for ever. */
const OF_THE_PACKET: ReadonlySet<string> = new Set([
  'NO_RECEIVER',
  'PACKET_MALFORMED',
  'PACKET_TOO_LARGE',
  'RECEIVER_UNKNOWN',
]);

/** The axis will never take these bytes; any other refusal is of its state or of ours, and passes. */
export const refusedForGood = (error: unknown): error is AxisRefused =>
  error instanceof AxisRefused && OF_THE_PACKET.has(error.code);

/** What the axis says of an agency that it shall list: the same particulars will be refused for ever. */
const OF_THE_AGENCY: ReadonlySet<string> = new Set(['AGENCY_OF_OTHERS', 'REQUEST_MALFORMED']);

export const neverListed = (error: unknown): error is AxisRefused =>
  error instanceof AxisRefused && OF_THE_AGENCY.has(error.code);

/** The axis or our own log is away: whatever else is tried now will fail as well. */
export const isAway = (error: unknown): boolean =>
  error instanceof AxisUnreachable || isLogAway(error);
