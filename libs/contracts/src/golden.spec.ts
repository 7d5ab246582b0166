import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Json } from '@lienthong/kernel';
import { z } from 'zod';
import { catalogue, type CatalogueEntry } from './catalogue.js';
import { agencyEvents } from './codecs/agency.js';
import { deliveryEvents } from './codecs/delivery.js';
import { documentEvents } from './codecs/document.js';
import { groupEvents } from './codecs/group.js';
import { memberEvents } from './codecs/member.js';
import { packetEvents } from './codecs/packet.js';
import { parkedEvents } from './codecs/parked.js';
import { systemEvents } from './codecs/system.js';
import { type EventCodec, type Message } from './codecs/codec.js';
import { jsonOf } from './json.js';
import { CATEGORIES, type Category } from './subjects.js';

/** Events as they were written once. Entries are only ever added: a log may hold each of them. */
const goldenEvent = z.strictObject({
  category: z.enum(CATEGORIES),
  type: z.string(),
  at: z.int(),
  /** Hexadecimal. */
  data: z.string(),
  /** What is read from it today. */
  event: z.looseObject({ type: z.string() }),
});

type GoldenEvent = z.infer<typeof goldenEvent>;

const golden = z
  .array(goldenEvent)
  .parse(JSON.parse(readFileSync(new URL('../golden/events.json', import.meta.url), 'utf8')));

interface Reading {
  readonly event: Json | undefined;
  readonly typeToday: string;
  readonly dataToday: string;
}

const reader =
  <E extends Message>(codec: EventCodec<E>) =>
  ({ type, data, at }: GoldenEvent): Reading => {
    const event = codec.decode(type, Buffer.from(data, 'hex'), at);
    const today = codec.encode(event);
    return {
      event: jsonOf(event),
      typeToday: today.type,
      dataToday: Buffer.from(today.data).toString('hex'),
    };
  };

const readers: Readonly<Record<Category, (entry: GoldenEvent) => Reading>> = {
  agency: reader(agencyEvents),
  group: reader(groupEvents),
  system: reader(systemEvents),
  document: reader(documentEvents),
  delivery: reader(deliveryEvents),
  parked: reader(parkedEvents),
  packet: reader(packetEvents),
  member: reader(memberEvents),
};

const withoutGolden = (types: readonly CatalogueEntry[], entries: readonly GoldenEvent[]) =>
  types.map(({ type }) => type).filter((type) => !entries.some((entry) => entry.type === type));

describe('the golden events', () => {
  it.each(golden.map((entry) => [entry.type, entry] as const))('%s is read', (_type, entry) => {
    expect(readers[entry.category](entry).event).toStrictEqual(entry.event);
  });

  it.each(
    golden
      .filter(({ type }) => catalogue.some((entry) => entry.type === type))
      .map((entry) => [entry.type, entry] as const),
  )('%s is written in the same bytes', (type, entry) => {
    const { typeToday, dataToday } = readers[entry.category](entry);
    expect({ type: typeToday, data: dataToday }).toStrictEqual({ type, data: entry.data });
  });

  it('show every type of the catalogue', () => {
    expect(withoutGolden(catalogue, golden)).toStrictEqual([]);
  });

  it('are missed when one of them is removed', () => {
    for (const { type } of catalogue) {
      const others = golden.filter((entry) => entry.type !== type);
      expect(withoutGolden(catalogue, others)).toStrictEqual([type]);
    }
  });
});

describe('the catalogue', () => {
  it('tells what our own policy concludes and what is made by chance', () => {
    const typesOf = (trait: (entry: CatalogueEntry) => boolean) =>
      catalogue.filter(trait).map(({ type }) => type);
    expect(typesOf(({ origin }) => origin === 'policy')).toStrictEqual([
      'vn.lienthong.documents.document-replaced.v1',
      'vn.lienthong.documents.delivery-routed.v1',
      'vn.lienthong.documents.paper-dispatched.v1',
      'vn.lienthong.documents.delivery-rerouted.v1',
      'vn.lienthong.documents.delivery-parked.v1',
      'vn.lienthong.documents.delivery-sent.v1',
      'vn.lienthong.documents.update-requested.v1',
      'vn.lienthong.documents.update-missed.v1',
      'vn.lienthong.documents.delivery-revoked.v1',
      'vn.lienthong.documents.message-parked.v1',
    ]);
    expect(typesOf(({ reproducible }) => !reproducible)).toStrictEqual([
      'vn.lienthong.directory.system-key-issued.v1',
      'vn.lienthong.directory.system-key-rotated.v1',
      'vn.lienthong.directory.system-key-revoked.v1',
    ]);
  });

  it('names each type once', () => {
    expect(new Set(catalogue.map(({ type }) => type)).size).toBe(catalogue.length);
  });
});
