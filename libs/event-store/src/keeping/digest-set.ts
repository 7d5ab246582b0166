const BITS = 2 ** 27;
const LOOKS = 4;

/**
 * A set of SHA-256 digests in 16 MiB, however many they are.
 *
 * It never misses one that was added. It takes others for its own: one in a million when it holds a million, four
 * in a thousand when it holds ten million.
 */
export class DigestSet {
  private readonly bits = new Uint8Array(BITS / 8);

  /** @param digest 64 hexadecimal digits */
  add(digest: string): void {
    for (const bit of bitsOf(digest)) {
      this.bits[bit >> 3] = (this.bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  mayHave(digest: string): boolean {
    return bitsOf(digest).every((bit) => ((this.bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
  }
}

/** The digest is random enough to be its own hash functions: each look takes 27 of its bits. */
const bitsOf = (digest: string): readonly number[] =>
  Array.from({ length: LOOKS }, (_, look) => {
    return Number.parseInt(digest.slice(look * 8, look * 8 + 8), 16) % BITS;
  });
