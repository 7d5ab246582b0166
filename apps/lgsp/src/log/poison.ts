import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { asContent, Parking } from '../processes/parking.js';
import { type Undecodable } from './decoding.js';

const RETRY_AFTER_MS = 500;

/** Where a message came from that nobody could read. */
const SOURCE = 'log';

/** Parks messages of the log that cannot be decoded, each once, however often it is read. */
@Injectable()
export class Poison {
  private readonly logger = new Logger('poison');

  constructor(private readonly parking: Parking) {}

  /**
   * Resolves when all are parked, or aborted.
   *
   * What stands among the parked messages and cannot be read is only told in the log of the process: parking it would
   * put another one beside it, and so on for ever.
   */
  async park(messages: readonly Undecodable[], signal: AbortSignal): Promise<void> {
    for (const { message, error } of messages) {
      this.logger.error(`${String(message.sequence)} cannot be decoded: ${reasonOf(error)}`);
      if (message.category === 'parked') continue;
      await this.untilParked({ message, error }, signal);
    }
  }

  /** Repeated until the log has taken it: whoever follows the log goes on behind it, and never comes back. */
  private async untilParked({ message, error }: Undecodable, signal: AbortSignal): Promise<void> {
    const { at } = message;
    while (!signal.aborted) {
      try {
        await this.parking.park({ source: SOURCE, ...asContent(message), error, at });
        return;
      } catch (failure) {
        this.logger.warn(`${String(message.sequence)} is not parked: ${reasonOf(failure)}`);
        await pause(RETRY_AFTER_MS, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
