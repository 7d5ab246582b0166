import {
  decodeCursor,
  type InboxEntry,
  ReadModels,
  type StatusEntry,
} from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { type Caller } from '../access/caller.js';
import { Speaking } from '../access/speaking.js';
import { BusinessTime } from '../http/business-time.js';
import { CursorBeyondEnd } from '../http/http.errors.js';
import { LogStrategy } from '../log/log.strategy.js';
import { type FeedQuery } from './feed.query.js';

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Where to go on; the caller keeps it. */
  readonly cursor: string;
}

interface Wish {
  readonly agencies: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

type Advance = Parameters<Parameters<ReadModels['onAdvance']>[0]>[0];

/** What has come for the agencies of a system, and what became of what they sent. */
@Injectable()
export class InboxService {
  constructor(
    private readonly readModels: ReadModels,
    private readonly speaking: Speaking,
    private readonly time: BusinessTime,
    private readonly log: LogStrategy,
  ) {}

  /**
   * @param gone aborts the wait when the caller has hung up
   * @throws {InvalidCursor | CursorBeyondEnd}
   */
  async inbox(caller: Caller, query: FeedQuery, gone: AbortSignal): Promise<Page<InboxEntry>> {
    await this.requireOurs(query.after);
    const wish = this.wishOf(caller, query);
    const concerns = touches(wish.agencies, ({ inboxes }) => inboxes);
    return this.longPoll(() => this.readModels.inbox(wish), concerns, {
      waitSeconds: query.waitSeconds,
      gone,
    });
  }

  /** The same as {@link inbox}. */
  async statuses(caller: Caller, query: FeedQuery, gone: AbortSignal): Promise<Page<StatusEntry>> {
    await this.requireOurs(query.after);
    const wish = this.wishOf(caller, query);
    const concerns = touches(wish.agencies, ({ statuses }) => statuses);
    return this.longPoll(() => this.readModels.statuses(wish), concerns, {
      waitSeconds: query.waitSeconds,
      gone,
    });
  }

  /** By the log and not by the read models, which may be behind it: a rebuilt Redis leaves every cursor valid. */
  private async requireOurs(after: string | undefined): Promise<void> {
    if (after === undefined) return;
    if (!(await this.log.holds(decodeCursor(after).sequence))) throw new CursorBeyondEnd();
  }

  private wishOf(caller: Caller, { agencies, after, limit }: FeedQuery): Wish {
    const now = this.time.now();
    const asked = agencies.map((code) => this.speaking.agencyOf(caller, code, now).id);
    const all = caller.kind === 'system' ? [...caller.system.agencies] : [];
    const page = after === undefined ? { limit } : { after, limit };
    return { agencies: agencies.length > 0 ? asked : all, ...page };
  }

  /** Reads once, and again each time something came for the caller, until there is an entry or time is up. */
  private async longPoll<Entry>(
    read: () => Promise<Page<Entry>>,
    concerns: (advance: Advance) => boolean,
    { waitSeconds, gone }: { waitSeconds: number; gone: AbortSignal },
  ): Promise<Page<Entry>> {
    const news = new News();
    const unsubscribe = this.readModels.onAdvance((advance) => {
      if (concerns(advance)) news.tell();
    });
    try {
      let page = await read();
      if (page.entries.length > 0 || waitSeconds === 0) return page;
      const patience = new Patience(waitSeconds, gone);
      try {
        while (page.entries.length === 0 && (await news.heard(patience.signal)))
          page = await read();
      } finally {
        patience.end();
      }
      return page;
    } finally {
      unsubscribe();
    }
  }
}

const touches = (
  agencies: readonly string[],
  of: (advance: Advance) => readonly string[],
): ((advance: Advance) => boolean) => {
  const ours = new Set(agencies);
  return (advance) => of(advance).some((agency) => ours.has(agency));
};

/**
 * Ends after some seconds, or when the caller has hung up. Made of a timer: a signal that combines others lets a timeout be
 * collected as garbage while somebody still waits for it (Node 20).
 */
class Patience {
  private readonly ending = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(seconds: number, gone: AbortSignal) {
    const end = (): void => {
      this.ending.abort('patience is over');
    };
    this.timer = setTimeout(end, seconds * 1_000);
    if (gone.aborted) end();
    gone.addEventListener('abort', end, { once: true });
  }

  get signal(): AbortSignal {
    return this.ending.signal;
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/** Remembers that something happened until somebody has asked. */
class News {
  private told = false;
  private wake: (() => void) | undefined;

  tell(): void {
    this.told = true;
    this.wake?.();
  }

  /** True when there was news, false when `patience` ended first. */
  async heard(patience: AbortSignal): Promise<boolean> {
    if (!this.told && !patience.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        patience.addEventListener(
          'abort',
          () => {
            resolve();
          },
          { once: true },
        );
      });
    }
    const { told } = this;
    this.told = false;
    return told;
  }
}
