import { type createLogger } from '@lienthong/platform';

export type Log = ReturnType<typeof createLogger>;
