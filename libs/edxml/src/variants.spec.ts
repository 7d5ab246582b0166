import { describe, expect, it } from '@jest/globals';
import { seeded } from '@lienthong/connector';
import { isDeepStrictEqual } from 'node:util';
import { sample, sampleNames, sampleText } from '../../../test/edxml/samples.js';
import { differences } from '../../../test/edxml/variants/differences.js';
import { allQuirks, variantOf, written } from '../../../test/edxml/variants/index.js';
import { treeOf } from '../../../test/edxml/variants/tree.js';
import { lint } from '../../../test/edxml/xml-lint.js';
import { type Packet, canonicalPacketDigest, readPacket } from './index.js';

const VARIANTS = 1_000;
/** Each quirk is drawn half the time, and most packets have something that it is about. */
const AT_LEAST = 80;
const PATIENCE_MS = 120_000;

/** A document but for the names that its producer gave to content, and the letters of a signature. */
const saidBy = (packet: Packet): unknown =>
  packet.kind === 'status'
    ? packet
    : {
        ...packet,
        signature: packet.signature !== undefined,
        attachments: packet.attachments.map((one) => ({ ...one, contentId: undefined })),
      };

const digestOf = (packet: Packet): string | undefined =>
  packet.kind === 'document' ? canonicalPacketDigest(packet) : undefined;

const variants = Array.from({ length: VARIANTS }, (_, seed) => {
  const name = sampleNames[seed % sampleNames.length] ?? '';
  return { seed, name, ...variantOf(sampleText(name), seed) };
});

describe('what another producer makes of a packet', () => {
  it.each(sampleNames)('is read to the same document, however it is written: %s', (name) => {
    const original = readPacket(sample(name));
    const differing = variants.filter((variant) => {
      if (variant.name !== name) return false;
      const read = readPacket(variant.bytes);
      return (
        !isDeepStrictEqual(saidBy(read), saidBy(original)) || digestOf(read) !== digestOf(original)
      );
    });
    expect(differing.map(({ seed, quirks }) => ({ seed, quirks }))).toEqual([]);
  });

  it('has every quirk often, alone and among others', () => {
    const done = variants.flatMap(({ quirks }) => quirks);
    const often = allQuirks.map(({ what }) => [what, done.filter((one) => one === what).length]);
    expect(often.filter(([, times]) => Number(times) < AT_LEAST)).toEqual([]);
  });

  it(
    'is what a strict XML parser accepts',
    async () => {
      const some = variants.filter(({ seed }) => seed % 5 === 0);
      const errors = await lint(some.map(({ bytes }) => bytes));
      expect(errors.filter((error) => error !== undefined)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each(differences)('is seen to differ in $what', ({ apply, what }) => {
    const changed = sampleNames.flatMap((name) => {
      const tree = treeOf(sampleText(name));
      const other = apply(tree);
      return JSON.stringify(other) === JSON.stringify(tree) ? [] : [{ name, other }];
    });
    expect(changed).not.toEqual([]);
    for (const { name, other } of changed) {
      const read = readPacket(written(other, seeded(what, name)));
      expect(isDeepStrictEqual(saidBy(read), saidBy(readPacket(sample(name))))).toBe(false);
    }
  });
});
