import { type ParkMessage } from '@lienthong/documents';

/** The smallest command that begins an aggregate; `detail` tells one from another. */
export const parking = (detail = '', digest = '0'.repeat(64)): ParkMessage => ({
  type: 'ParkMessage',
  source: 'axis',
  problem: 'delivery-unknown',
  detail,
  content: { digest, mediaType: 'text/xml' },
  at: 0,
});
