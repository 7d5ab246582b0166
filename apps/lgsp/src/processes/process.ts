import { type Follower } from '../log/log.follower.js';

/** How a process stands, for the operator. */
export interface ProcessStatus {
  readonly name: string;
  /** Everything up to here has had its effect. */
  readonly checkpoint: number;
  /** What is known and has not had its effect. */
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
  readonly lastError?: string;
}

/** Follows the log and reacts with commands or calls that may be repeated. */
export interface LogProcess extends Follower {
  status(): ProcessStatus;
  /** Keeps the checkpoint; what is under way is repeated after the next start. */
  stop(): Promise<void>;
}

export const secondsSince = (since: number | undefined): number =>
  since === undefined ? 0 : Math.round((Date.now() - since) / 1000);
