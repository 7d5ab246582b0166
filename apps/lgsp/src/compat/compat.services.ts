import { Acknowledged } from './acknowledged.js';
import { CompatFeed } from './compat-feed.js';
import { CompatPackets } from './compat-packets.js';
import { CompatReceiving } from './compat-receiving.js';
import { CompatSending } from './compat-sending.js';
import { CompatGuard } from './compat.guard.js';
import { Origins } from './origins.js';
import { Parties } from './parties.js';
import { UploadRoom } from './upload-room.js';

/** What stands behind the compatibility door. */
export const COMPAT_SERVICES = [
  Acknowledged,
  CompatFeed,
  CompatGuard,
  CompatPackets,
  CompatReceiving,
  CompatSending,
  Origins,
  Parties,
  UploadRoom,
];
