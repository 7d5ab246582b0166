import { toRfc3339 } from '@lienthong/kernel';
import { z } from 'zod';
import { requestJson } from './request.js';

const SETTLE_WITHIN_MS = 120_000;

/** A document that a mock is told to issue, keyed so that telling twice changes nothing. */
export interface IssueOrder {
  readonly key: string;
  readonly from: string;
  readonly at: number;
}

const settled = z.object({ found: z.int(), outstanding: z.int() });

/** The loopback address through which the conductor steers the mocks of one process. */
export class MockControl {
  constructor(private readonly url: string) {}

  /** Resolves when the orders are on the mock's disk. */
  async issue(documents: readonly IssueOrder[]): Promise<void> {
    if (documents.length === 0) return;
    const orders = documents.map((order) => ({ ...order, at: toRfc3339(order.at) }));
    await requestJson(z.unknown(), new URL('/control/issue', this.url), {
      method: 'POST',
      contentType: 'application/json',
      body: JSON.stringify({ documents: orders }),
    });
  }

  /** Makes the mock look and send at once: what was new to it, and what it still has to send. */
  settle(): Promise<{ found: number; outstanding: number }> {
    const asked = { method: 'POST', timeoutMs: SETTLE_WITHIN_MS } as const;
    return requestJson(settled, new URL('/control/settle', this.url), asked);
  }
}
