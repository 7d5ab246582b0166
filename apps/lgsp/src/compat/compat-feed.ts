import { type SystemView } from '@lienthong/directory';
import {
  cursorBefore,
  type InboxEntry,
  ReadModels,
  type StatusEntry,
} from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { Acknowledged, type Worklist } from './acknowledged.js';
import { type MessageType } from './compat.answers.js';
import { type DocRef } from './doc-id.js';

/** Something that a system has been told, or asked, and that it acknowledges. */
export type Item =
  | { readonly kind: 'arrival'; readonly entry: InboxEntry }
  | { readonly kind: 'notice'; readonly entry: StatusEntry };

export interface ItemPage {
  readonly size: number;
  /** From 0. */
  readonly index: number;
}

/** How many entries are looked through at a time. */
const LOOK = 500;

/** The lists in which a message of this type may stand. */
const LISTS: Readonly<Record<MessageType, readonly Worklist['name'][]>> = {
  edoc: ['arrivals'],
  status: ['requests', 'notices'],
};

/**
 * What a system has been told and has not acknowledged: the platform's feeds, worked off like the axis's lists.
 *
 * Documents, updates and revocations come as documents; that one is asked for back, and what recipients said, as
 * statuses.
 */
@Injectable()
export class CompatFeed {
  constructor(
    private readonly readModels: ReadModels,
    private readonly acknowledged: Acknowledged,
  ) {}

  /** Oldest first. */
  async waiting(system: SystemView, type: MessageType, page: ItemPage): Promise<readonly Item[]> {
    const first = page.index * page.size;
    const wanted = first + page.size;
    const lists = await Promise.all(LISTS[type].map((name) => this.list(system, name, wanted)));
    return lists.flat().sort(bySequence).slice(first, wanted);
  }

  async count(system: SystemView, type: MessageType): Promise<number> {
    const lists = await Promise.all(
      LISTS[type].map((name) => this.list(system, name, Number.POSITIVE_INFINITY)),
    );
    return lists.flat().length;
  }

  /** Nothing when no such entry is the system's. */
  async find({ agencies }: SystemView, { kind, sequence }: DocRef): Promise<Item | undefined> {
    const query = { agencies: [...agencies], after: cursorBefore(sequence), limit: 1 };
    if (kind === 'notice') {
      const { entries } = await this.readModels.statuses(query);
      return entries.map(noticed).find(isAt(sequence));
    }
    const { entries } = kind === 'arrival' ? await this.readModels.inbox(query) : { entries: [] };
    return entries.map(arrived).find(isAt(sequence));
  }

  /** Durable when it resolves; the item leaves its list. */
  async acknowledge(system: SystemView, item: Item): Promise<void> {
    const list = { system: system.id, name: listOf(item) };
    await this.acknowledged.acknowledge(list, item.entry.sequence, async () => {
      const after = await this.acknowledged.mark(list);
      return (await this.page(system, list.name, after)).items.map(sequenceOf);
    });
  }

  private async list(
    system: SystemView,
    name: Worklist['name'],
    wanted: number,
  ): Promise<readonly Item[]> {
    const list = { system: system.id, name };
    const found: Item[] = [];
    let after = await this.acknowledged.mark(list);
    for (;;) {
      const { items, end, isLast } = await this.page(system, name, after);
      const done = await this.acknowledged.among(list, items.map(sequenceOf));
      found.push(...items.filter((item) => !done.has(sequenceOf(item))));
      if (isLast || found.length >= wanted) return found.slice(0, wanted);
      after = end;
    }
  }

  private async page(
    { agencies }: SystemView,
    name: Worklist['name'],
    after: number,
  ): Promise<{ readonly items: readonly Item[]; readonly end: number; readonly isLast: boolean }> {
    const query = { agencies: [...agencies], after: cursorBefore(after + 1), limit: LOOK };
    const { entries } =
      name === 'notices'
        ? await this.readModels.statuses(query)
        : await this.readModels.inbox(query);
    const all = entries.map((entry) => ('kind' in entry ? arrived(entry) : noticed(entry)));
    return {
      items: all.filter((item) => listOf(item) === name),
      end: entries.at(-1)?.sequence ?? after,
      isLast: entries.length < LOOK,
    };
  }
}

const arrived = (entry: InboxEntry): Item => ({ kind: 'arrival', entry });

const noticed = (entry: StatusEntry): Item => ({ kind: 'notice', entry });

const listOf = (item: Item): Worklist['name'] => {
  if (item.kind === 'notice') return 'notices';
  return item.entry.kind === 'take-back' ? 'requests' : 'arrivals';
};

const sequenceOf = ({ entry }: Item): number => entry.sequence;

const isAt =
  (sequence: number) =>
  (item: Item): boolean =>
    sequenceOf(item) === sequence;

const bySequence = (one: Item, other: Item): number => sequenceOf(one) - sequenceOf(other);
