import { type WriterLease } from '../event-store.js';

/** For those who read, and for those who write without being asked to. */
export const NO_LEASE: WriterLease = { held: false, holder: undefined, epoch: 0 };
