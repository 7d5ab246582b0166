import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { type Door, type InboxPage } from './door.js';
import { Traffic } from './traffic.js';

const SHORT_SECONDS = 0.05;
const LONG_SECONDS = 60;
const AT = '2020-03-02T00:00:00.000Z';

/** A platform that delivers at once what it accepts; `changed` stands before its doors. */
class Platform {
  readonly reported: string[] = [];
  asked = 0;
  private readonly entries: InboxPage['entries'][number][] = [];

  constructor(private readonly changed: Partial<Door> = {}) {}

  traffic(): Traffic {
    const recipients = ['a', 'b'].map((code) => ({ code, door: this.door(code) }));
    return new Traffic({ code: 'sender', door: this.door('sender') }, recipients);
  }

  private door(code: string): Door {
    const issue = async (document: string): Promise<void> => {
      await this.turn();
      await this.changed.issue?.(document);
      const headerDocumentId = /"documentId":"([^"]+)"/.exec(document)?.[1] ?? '';
      const entry = { documentId: `ours-${headerDocumentId}`, headerDocumentId, at: AT };
      this.entries.push({ ...entry, recipient: code });
    };
    return {
      issue,
      issueAll: async (lines) => {
        for (const line of lines.split('\n').filter(Boolean)) await issue(line);
      },
      inbox: async (after, over) => {
        await this.turn();
        over.throwIfAborted();
        await this.changed.inbox?.(after, over);
        const from = Number(after ?? 0);
        const entries = this.entries.slice(from).map((entry) => ({ ...entry, recipient: code }));
        return { entries, cursor: String(from + entries.length) };
      },
      report: async (lines) => {
        await this.turn();
        await this.changed.report?.(lines);
        this.reported.push(...lines.split('\n').filter(Boolean));
      },
    };
  }

  private async turn(): Promise<void> {
    this.asked += 1;
    await turn();
  }
}

const refuse = (): Promise<never> => Promise.reject(new Error('refused'));

const standsStill = async (platform: Platform): Promise<boolean> => {
  for (let turns = 0; turns < 5; turns += 1) await turn();
  const before = platform.asked;
  for (let turns = 0; turns < 20; turns += 1) await turn();
  return platform.asked === before;
};

describe('the traffic of a benchmark', () => {
  it('has every document read by every recipient, and answered with five statuses', async () => {
    const platform = new Platform();
    const { documents, fromAccepted } = await platform.traffic().flow(3, SHORT_SECONDS);
    expect(documents).toBeGreaterThan(3);
    expect(fromAccepted).toHaveLength(2 * documents);
    expect(new Set(platform.reported).size).toBe(2 * 5 * documents);
  });

  it('goes on where the load before ended', async () => {
    const platform = new Platform();
    const traffic = platform.traffic();
    const first = await traffic.flow(1, SHORT_SECONDS);
    const second = await traffic.flow(1, SHORT_SECONDS);
    expect(second.fromAccepted).toHaveLength(2 * second.documents);
    expect(new Set(platform.reported).size).toBe(2 * 5 * (first.documents + second.documents));
  });

  it('offers as many documents while the platform is slow, and counts their waiting', async () => {
    const SLOW_MS = 30;
    const platform = new Platform({
      issue: async () => {
        await pause(SLOW_MS);
      },
    });
    const { documents, fromDue } = await platform.traffic().offer(200, SHORT_SECONDS);
    expect(documents).toBe(200 * SHORT_SECONDS);
    expect(fromDue).toHaveLength(2 * documents);
    expect(fromDue[0]).toBeGreaterThan(SLOW_MS - 2);
  });

  it.each(['issue', 'inbox', 'report'] as const)('ends all when %s fails', async (part) => {
    const platform = new Platform({ [part]: refuse });
    await expect(platform.traffic().flow(2, LONG_SECONDS)).rejects.toThrow('refused');
    expect(await standsStill(platform)).toBe(true);
  });

  it('ends all when an offered document fails', async () => {
    const platform = new Platform({ issue: refuse });
    await expect(platform.traffic().offer(100, LONG_SECONDS)).rejects.toThrow('refused');
    expect(await standsStill(platform)).toBe(true);
  });
});
