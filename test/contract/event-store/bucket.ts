import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { z } from 'zod';
import { type NatsServerHandle } from '@lienthong/testing';

export const OBJECTS = 'OBJ_LT_H39';

const entryFields = z.looseObject({
  nuid: z.string(),
  mtime: z.string(),
  metadata: z.record(z.string(), z.string()).optional(),
});

type Entry = z.infer<typeof entryFields>;

/** The objects of H39 as the server holds them. */
export class Bucket {
  private constructor(
    readonly connection: NatsConnection,
    readonly manager: JetStreamManager,
  ) {}

  static async on(server: NatsServerHandle): Promise<Bucket> {
    const patience = { maxReconnectAttempts: -1, reconnectTimeWait: 50 };
    const connection = await connect({ servers: server.url, ...patience });
    return new Bucket(connection, await jetstreamManager(connection));
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  async messages(): Promise<number> {
    return (await this.manager.streams.info(OBJECTS)).state.messages;
  }

  /** How many there are: entries, and uploads that have parts. */
  async count(): Promise<{ readonly entries: number; readonly uploads: number }> {
    const [entries, uploads] = await Promise.all(['M', 'C'].map((kind) => this.subjects(kind)));
    return { entries: entries?.length ?? 0, uploads: uploads?.length ?? 0 };
  }

  /** Makes all that is there so many hours older. */
  async age(hours: number): Promise<void> {
    for (const subject of await this.subjects('M')) {
      await this.rewrite(subject, (entry) => {
        const mtime = new Date(Date.parse(entry.mtime) - hours * 3_600_000).toISOString();
        return { ...entry, mtime };
      });
    }
  }

  /** As other clients of the object store write it: the entry does not say where the parts stand. */
  forgetPlaces(digest: string): Promise<void> {
    return this.rewrite(entryOf(digest), (entry) => ({ ...entry, metadata: {} }));
  }

  /** As a removal leaves it that was interrupted. */
  markRemoved(digest: string): Promise<void> {
    return this.rewrite(entryOf(digest), (entry) => ({ ...entry, deleted: true }));
  }

  /** Puts the parts of one object under the name of another. */
  async lead(digest: string, toThoseOf: string): Promise<void> {
    const { nuid, metadata } = await this.absolute(entryOf(toThoseOf));
    await this.rewrite(entryOf(digest), (entry) => ({ ...entry, nuid, metadata }));
  }

  async removePart(digest: string, part: number): Promise<void> {
    const { nuid } = await this.entry(entryOf(digest));
    let seq = 0;
    for (let at = 0; at <= part; at += 1) {
      const query = { seq: seq + 1, next_by_subj: `$O.LT_H39.C.${nuid}` };
      seq = (await this.manager.direct.getMessage(OBJECTS, query))?.seq ?? 0;
    }
    await this.manager.streams.deleteMessage(OBJECTS, seq);
  }

  private async subjects(kind: string): Promise<readonly string[]> {
    const filter = { subjects_filter: `$O.LT_H39.${kind}.>` };
    const { state } = await this.manager.streams.info(OBJECTS, filter);
    return Object.keys(state.subjects ?? {});
  }

  private async entry(subject: string): Promise<Entry & { readonly seq: number }> {
    const found = await this.manager.streams.getMessage(OBJECTS, { last_by_subj: subject });
    return { ...entryFields.parse(found?.json()), seq: found?.seq ?? 0 };
  }

  /** Places that count from the entry are told as they are, since it gets another one. */
  private async absolute(subject: string): Promise<Entry> {
    const { seq, ...entry } = await this.entry(subject);
    const parts = entry.metadata?.['lt-parts'];
    if (parts === undefined) return entry;
    const places = parts.replaceAll(/-(\d+)/g, (_, back) => String(seq - Number(back)));
    return { ...entry, metadata: { 'lt-parts': places } };
  }

  private async rewrite(subject: string, change: (entry: Entry) => Entry): Promise<void> {
    const data = JSON.stringify(change(await this.absolute(subject)));
    await this.connection.request(subject, data);
    await this.manager.streams.purge(OBJECTS, { filter: subject, keep: 1 });
  }
}

const entryOf = (name: string): string =>
  `$O.LT_H39.M.${Buffer.from(name).toString('base64').replaceAll('+', '-').replaceAll('/', '_')}`;
