import type { Budget } from './budget.js';
import { isAt } from './find.js';
import type { NamespaceScope } from './namespaces.js';
import type { Source } from './source.js';
import { type Opening, type StartTag, readStartTag, tagAt } from './start-tag.js';

interface Known {
  /** The whole tag. */
  readonly bytes: Buffer;
  readonly opening: Opening;
}

const TAG_END = 0x3e;
const EQUALS = 0x3d;
/** Real packets have some eighty kinds of tags. */
const KINDS = 500;
/** Bytes of the longest tag that is remembered. */
const LONGEST = 120;
const NO_KEY = -1;

/** Reads start tags; those without attributes, which are nearly all, from memory: a large packet has 90,000 of them. */
export class KnownTags {
  private readonly known = new Map<number, Known>();

  constructor(
    private readonly source: Source,
    private readonly budget: Budget,
  ) {}

  /** @param outer what prefixes mean around it */
  read(offset: number, outer: NamespaceScope): StartTag {
    const key = keyOf(this.source.bytes, offset);
    const known = this.known.get(key);
    if (known === undefined || !isAt(this.source.bytes, known.bytes, offset)) {
      return this.readNew(offset, outer, key);
    }
    const { prefix, name, isEmpty, spelling } = known.opening;
    const namespace = outer.resolve(prefix);
    if (namespace === undefined) return this.readNew(offset, outer, key);
    const end = offset + known.bytes.length;
    return { prefix, name, isEmpty, spelling, namespace, scope: outer, end, attributes: 0 };
  }

  private readNew(offset: number, outer: NamespaceScope, key: number): StartTag {
    const tag = readStartTag(tagAt(this.source, offset), outer);
    this.budget.takeMarkup(offset, tag.end);
    this.budget.countUnusual(offset, 1 + tag.attributes);
    const bytes = this.source.bytes.subarray(offset, tag.end);
    if (key !== NO_KEY && this.known.size < KINDS) this.known.set(key, { bytes, opening: tag });
    return tag;
  }
}

/** A number that a tag without attributes shares with few others. */
const keyOf = (bytes: Buffer, offset: number): number => {
  const last = Math.min(bytes.length, offset + LONGEST);
  let key = 0;
  for (let at = offset; at < last; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === EQUALS) return NO_KEY;
    if (byte === TAG_END) return key;
    key = (Math.imul(key, 31) + byte) & 0x7fffffff;
  }
  return NO_KEY;
};
