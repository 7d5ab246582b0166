import { type Seeded, seeded } from '@lienthong/connector';
import { carriageQuirks } from './carriage.js';
import { quirks } from './quirks.js';
import { someSpelling, spelled } from './spelling.js';
import { treeOf, type Tree } from './tree.js';

/** A packet as another producer would have made it. */
export interface Variant {
  readonly bytes: Uint8Array;
  /** What that producer does otherwise, beside its spelling. */
  readonly quirks: readonly string[];
}

/** In the order in which they are applied. */
export const allQuirks = [...quirks, ...carriageQuirks];

const SHARE = 0.5;

/** @param seed the same seed gives the same variant */
export const variantOf = (packet: string, seed: number): Variant => {
  const chance = seeded(seed, 'variant');
  let tree = treeOf(packet);
  const done: string[] = [];
  for (const { what, apply } of allQuirks) {
    if (!chance.chance(SHARE)) continue;
    const changed = apply(tree, chance);
    if (JSON.stringify(changed) !== JSON.stringify(tree)) done.push(what);
    tree = changed;
  }
  return { bytes: written(tree, chance), quirks: done };
};

/** A packet in a spelling of its own. */
export const written = (tree: Tree, chance: Seeded): Uint8Array =>
  spelled(tree, someSpelling(chance), chance);
