import { type InboxEntry, type PlatformClient } from '@lienthong/connector';

/** Every recipient goes through all of them. */
const STATUSES = ['01', '03', '04', '05', '06'];
const RECIPIENTS = 3;
const NOTATION = 'DO';
const PAGE = 500;
const WAIT_SECONDS = 5;

export const BENCH_CODES = ['000.99.01.H39', '000.99.02.H39', '000.99.03.H39', '000.99.04.H39'];

/** Documents that are written by many and answered by one, as connected systems do. */
export class Traffic {
  private latencies: number[] = [];
  private readonly open = new Map<string, { readonly since: number; missing: number }>();
  private sent = 0;
  private writing = false;
  private cursor: string | undefined;

  constructor(
    private readonly client: Pick<PlatformClient, 'sendDocument' | 'inbox' | 'reportStatuses'>,
  ) {}

  /**
   * Resolves when `writers` have written for `seconds` and every delivery was answered.
   *
   * @returns for each document the milliseconds from sending it until all its statuses were durable, sorted
   */
  async flow(writers: number, seconds: number): Promise<readonly number[]> {
    this.latencies = [];
    this.writing = true;
    const deadline = performance.now() + seconds * 1_000;
    const written = Promise.all(Array.from({ length: writers }, () => this.write(deadline)));
    const endWriting = (): void => {
      this.writing = false;
    };
    try {
      await Promise.all([written.finally(endWriting), this.answer()]);
    } finally {
      // Where one side failed, the other has nothing left to do.
      endWriting();
      this.open.clear();
    }
    return this.latencies.sort((a, b) => a - b);
  }

  private async write(deadline: number): Promise<void> {
    const [from = '', ...to] = BENCH_CODES;
    while (this.writing && performance.now() < deadline) {
      this.sent += 1;
      const number = String(this.sent);
      const since = performance.now();
      const { documentId } = await this.client.sendDocument({
        from,
        documentId: `${from},${NOTATION},${number}`,
        code: { number, notation: NOTATION },
        typeName: 'Công văn',
        subject: 'Đo thông lượng',
        to: to.slice(0, RECIPIENTS).map((code) => ({ code })),
      });
      const known = this.open.get(documentId);
      this.settle(documentId, { since, missing: (known?.missing ?? 0) + RECIPIENTS });
    }
  }

  private async answer(): Promise<void> {
    while (this.writing || this.open.size > 0) {
      const page = await this.client.inbox({ after: this.cursor, limit: PAGE, wait: WAIT_SECONDS });
      this.cursor = page.cursor;
      await this.report(page.entries);
    }
  }

  private async report(entries: readonly InboxEntry[]): Promise<void> {
    const reports = entries.flatMap(({ documentId, recipient, at }) =>
      STATUSES.map((status) => ({ documentId, agency: recipient, status, at })),
    );
    for (const outcome of await this.client.reportStatuses(reports))
      if (!outcome.ok) throw outcome.problem;
    for (const { documentId } of entries) {
      const known = this.open.get(documentId) ?? { since: performance.now(), missing: 0 };
      this.settle(documentId, { ...known, missing: known.missing - 1 });
    }
  }

  /** An answer may come before the writer knows the id: then less than nothing is missing for a moment. */
  private settle(documentId: string, known: { since: number; missing: number }): void {
    if (known.missing !== 0) {
      this.open.set(documentId, known);
      return;
    }
    this.open.delete(documentId);
    this.latencies.push(performance.now() - known.since);
  }
}
