import { type RecordedMessage } from '@lienthong/contracts';
import { openEventStore } from '@lienthong/event-store';
import { systemClock } from '@lienthong/kernel';
import { readKeys } from '../../apps/cli/src/platform/key-ring.js';
import { layoutOf } from '../../apps/cli/src/platform/layout.js';
import { type Platform } from '../../apps/cli/src/up/running-platform.js';
import { everything } from '../contract/event-store/stores.js';

/** Everything that a platform's log holds. */
export const readLog = async ({
  addresses,
  dataDir,
}: Platform): Promise<readonly RecordedMessage[]> => {
  const store = await openEventStore({
    servers: addresses.nats,
    user: 'projection',
    password: readKeys(layoutOf(dataDir).natsPasswords).projection ?? '',
    tenant: 'H39',
    instance: 'test',
    access: 'read',
    create: false,
    durability: 'always',
    clock: systemClock,
  });
  const messages = await everything(store);
  await store.close();
  return messages;
};
