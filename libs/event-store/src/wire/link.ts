import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type NatsConnection } from '@nats-io/transport-node';
import { StoreUnavailable } from '../event-store.errors.js';

/** Whether the server can be reached, and waiting for it. */
export class Link {
  private isUp = true;
  private whenUp = Promise.resolve();
  private open: () => void = () => undefined;

  private readonly whenDown = new Set<() => void>();
  private readonly whenBack = new Set<() => void>();

  constructor(private readonly connection: Pick<NatsConnection, 'isClosed' | 'status'>) {
    void this.follow();
  }

  get up(): boolean {
    return this.isUp;
  }

  /** Resolves when there is a connection; rejects when there will be none any more. */
  async connected(): Promise<void> {
    await this.whenUp;
    if (this.connection.isClosed()) throw new StoreUnavailable('the store was closed');
  }

  /** Whether there is a connection by then, in milliseconds of the machine's clock; rejects as `connected` does. */
  async connectedBy(deadline: number): Promise<boolean> {
    if (this.isUp && !this.connection.isClosed()) return true;
    const waiting = new AbortController();
    const late = delay(Math.max(0, deadline - Date.now()), false, { signal: waiting.signal });
    try {
      return await Promise.race([this.connected().then(() => true), late]);
    } finally {
      waiting.abort();
    }
  }

  /** Whether there is a connection before `signal` is aborted; rejects as `connected` does. */
  async connectedUnless(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    const waiting = new AbortController();
    const aborted = once(signal, 'abort', { signal: waiting.signal }).then(() => false);
    try {
      return await Promise.race([this.connected().then(() => true), aborted]);
    } finally {
      waiting.abort();
    }
  }

  pause(milliseconds: number): Promise<void> {
    return milliseconds === 0 ? Promise.resolve() : delay(milliseconds);
  }

  onDown(listener: () => void): void {
    this.whenDown.add(listener);
  }

  offDown(listener: () => void): void {
    this.whenDown.delete(listener);
  }

  onBack(listener: () => void): void {
    this.whenBack.add(listener);
  }

  private async follow(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === 'disconnect' && this.isUp) {
        this.isUp = false;
        this.whenUp = new Promise((resolve) => {
          this.open = resolve;
        });
        for (const listener of this.whenDown) listener();
      }
      if (type === 'reconnect') this.rise();
    }
    this.open();
  }

  private rise(): void {
    this.isUp = true;
    this.open();
    for (const listener of this.whenBack) listener();
  }
}
