import { type ServiceName } from '../platform/platform-file.js';

/** One process of the platform: how it is started and how one sees that it works. */
export interface Service {
  readonly name: ServiceName;
  readonly command: string;
  readonly args: readonly string[];
  /** Its whole environment; it inherits nothing. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  /**
   * False while it starts and while it is not well.
   *
   * @param pid of the process that was started for it, where one runs
   */
  isReady(pid: number | undefined): Promise<boolean>;
}
