import { type IssueOrder, orderOutcome, type OrderOutcome } from '@lienthong/connector';
import { type Instant, toRfc3339 } from '@lienthong/kernel';
import { z } from 'zod';
import { CliFailure } from '../output/failure.js';
import { type Addresses } from './platform-file.js';
import { request, requestJson } from './request.js';

const SETTLE_WITHIN_MS = 120_000;

/** A document that a mock is told to issue, keyed so that telling twice changes nothing. */
export interface KeyedOrder extends IssueOrder {
  readonly key: string;
}

const settled = z.object({ found: z.int(), outstanding: z.int() });

/**
 * Where the mocks behind the axis are steered.
 *
 * @throws {CliFailure} where the axis is another platform's
 */
export const controlBeyondAxis = ({ nationalControl }: Addresses): string => {
  if (nationalControl !== undefined) return nationalControl;
  throw new CliFailure('invalid-input', {
    vi: 'Trục thuộc nền tảng khác; hãy điều khiển các hệ thống sau trục ở đó.',
    en: 'The axis belongs to another platform; steer what lies behind it there.',
  });
};

/** The loopback address through which the conductor steers the mocks of one process. */
export class MockControl {
  constructor(private readonly url: string) {}

  /** Resolves when the orders are on the mock's disk. */
  async issue(documents: readonly KeyedOrder[]): Promise<void> {
    if (documents.length === 0) return;
    const orders = documents.map((order) => ({ ...order, at: toRfc3339(order.at) }));
    await requestJson(z.unknown(), new URL('/control/issue', this.url), {
      method: 'POST',
      contentType: 'application/json',
      body: JSON.stringify({ documents: orders }),
    });
  }

  /** What became of an order that was given. */
  outcomeOf(key: string): Promise<OrderOutcome> {
    const url = new URL('/control/issued', this.url);
    url.searchParams.set('key', key);
    return requestJson(orderOutcome, url);
  }

  /** Of the national side alone: the axis goes away, or is back. */
  async axisAway(away: boolean): Promise<void> {
    await request(new URL('/control/faults', this.url), {
      method: 'POST',
      contentType: 'application/json',
      body: JSON.stringify({ kind: 'outage', probability: away ? 1 : 0 }),
    });
  }

  /**
   * Makes the mock look and send at once: what was new to it, and what it still has to send.
   *
   * @param until what would happen later waits until the next word; without it nothing does
   */
  settle(until?: Instant): Promise<{ found: number; outstanding: number }> {
    return requestJson(settled, new URL('/control/settle', this.url), {
      method: 'POST',
      timeoutMs: SETTLE_WITHIN_MS,
      contentType: 'application/json',
      body: JSON.stringify(until === undefined ? {} : { until: toRfc3339(until) }),
    });
  }
}
