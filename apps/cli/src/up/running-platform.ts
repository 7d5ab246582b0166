import { type Operator } from '../platform/operator.js';
import { type Addresses, type ServiceName } from '../platform/platform-file.js';

/** A whole platform, each part a process of its own. */
export interface Platform {
  readonly addresses: Addresses;
  readonly dataDir: string;
  readonly operator: Operator;
  readonly seed: string;
  /** Those that run at this moment. */
  pids(): Readonly<Partial<Record<ServiceName, number>>>;
  /** Ends the process as a crash would; the supervisor starts it again. */
  kill(name: ServiceName): Promise<void>;
  /** Ends the process until `startService`. */
  stopService(name: ServiceName): Promise<void>;
  /** Resolves when it is ready. */
  startService(name: ServiceName): Promise<void>;
  /** Resolves when every process is well. */
  untilReady(): Promise<void>;
  /** Ends everything, last started first. */
  stop(): Promise<void>;
}
