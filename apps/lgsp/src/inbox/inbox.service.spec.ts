import { describe, expect, it } from '@jest/globals';
import { Directory } from '@lienthong/directory';
import { type InboxEntry, type ReadModels } from '@lienthong/projections';
import { type Caller } from '../access/caller.js';
import { Speaking } from '../access/speaking.js';
import { BusinessTime } from '../http/business-time.js';
import { CursorBeyondEnd } from '../http/http.errors.js';
import { Tenant } from '../tenant.js';
import { InboxService, type Page } from './inbox.service.js';

type Listener = Parameters<ReadModels['onAdvance']>[0];

/** Pages as they are read, one after the other; what is not told is empty. */
class Models {
  readonly asked: { agencies: readonly string[]; after?: string; limit: number }[] = [];
  readonly listeners = new Set<Listener>();
  whileReading: () => void = () => undefined;

  constructor(private readonly pages: Page<Pick<InboxEntry, 'documentId'>>[]) {}

  inbox(query: { agencies: readonly string[]; after?: string; limit: number }) {
    this.asked.push(query);
    const page = this.pages.shift() ?? { entries: [], cursor: 'end' };
    this.whileReading();
    return Promise.resolve(page);
  }

  onAdvance(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  advance(inboxes: readonly string[]): void {
    for (const listener of this.listeners) listener({ sequence: 1, inboxes, statuses: [] });
  }
}

const caller: Caller = {
  kind: 'system',
  system: { id: 's', kind: 'eoffice', name: 'S', agencies: new Set(['ubnd', 'van-phong']) },
};
const clock = { kind: 'scenario', now: () => 0, after: (at: number) => at } as const;
const empty = { entries: [], cursor: 'c0' };
const full = { entries: [{ documentId: 'd' }], cursor: 'c1' };

const END = 7;
const log = { holds: (sequence: number) => Promise.resolve(sequence <= END) };

const serviceOn = (models: Models): InboxService => {
  const speaking = new Speaking({ current: new Directory(), apply: () => undefined } as never);
  const time = new BusinessTime(new Tenant('H39', clock));
  return new InboxService(models as never, speaking, time, log as never);
};

const ask = (models: Models, waitSeconds: number, gone = new AbortController().signal) =>
  serviceOn(models).inbox(caller, { limit: 10, waitSeconds, agencies: [] }, gone);

const once = (condition: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (condition()) resolve();
      else setImmediate(look);
    };
    look();
  });

describe('a feed that is waited for', () => {
  it('is told at once when there is something', async () => {
    const models = new Models([full]);
    await expect(ask(models, 30)).resolves.toBe(full);
    expect(models.asked).toStrictEqual([{ agencies: ['ubnd', 'van-phong'], limit: 10 }]);
    expect(models.listeners.size).toBe(0);
  });

  it('is empty at once when nobody waits', async () => {
    await expect(ask(new Models([empty]), 0)).resolves.toBe(empty);
  });

  it('is told when something comes for the caller, and not before', async () => {
    const models = new Models([empty, full]);
    const answer = ask(models, 30);
    await once(() => models.listeners.size > 0);
    models.advance(['so-tttt']);
    await new Promise(setImmediate);
    expect(models.asked).toHaveLength(1);
    models.advance(['van-phong']);
    await expect(answer).resolves.toBe(full);
  });

  it('does not lose what comes between the look and the wait', async () => {
    const models = new Models([empty, full]);
    models.whileReading = () => {
      models.whileReading = () => undefined;
      models.advance(['ubnd']);
    };
    await expect(ask(models, 30)).resolves.toBe(full);
  });

  it('is left by a caller who hangs up', async () => {
    const models = new Models([empty]);
    const gone = new AbortController();
    const answer = ask(models, 30, gone.signal);
    await once(() => models.listeners.size > 0);
    gone.abort();
    await expect(answer).resolves.toBe(empty);
    expect(models.listeners.size).toBe(0);
  });
});

describe('the place where a feed goes on', () => {
  const read = (feed: 'inbox' | 'statuses', sequence: number) => {
    const after = Buffer.from(`${String(sequence)}-0`).toString('base64url');
    const query = { after, limit: 10, waitSeconds: 0, agencies: [] };
    return serviceOn(new Models([full]))[feed](caller, query, new AbortController().signal);
  };

  it('may be the end of the log, and not beyond it', async () => {
    await expect(read('inbox', END)).resolves.toBe(full);
    await expect(read('inbox', END + 1)).rejects.toThrow(CursorBeyondEnd);
    await expect(read('statuses', END + 1)).rejects.toThrow(CursorBeyondEnd);
  });
});
