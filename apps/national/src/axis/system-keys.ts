import { sha256 } from '@lienthong/kernel';
import { timingSafeEqual } from 'node:crypto';

/** The systems that may call the axis, with the SHA-256 of their secrets. */
export class SystemKeys {
  private readonly digests: ReadonlyMap<string, Buffer>;

  constructor(secrets: ReadonlyMap<string, string>) {
    this.digests = new Map([...secrets].map(([system, secret]) => [system, digestOf(secret)]));
  }

  /** Takes the same time for every wrong secret. */
  authenticates(system: string, secret: string): boolean {
    const expected = this.digests.get(system);
    return timingSafeEqual(digestOf(secret), expected ?? NOBODY) && expected !== undefined;
  }
}

const digestOf = (secret: string): Buffer => Buffer.from(sha256(secret), 'hex');

const NOBODY = Buffer.alloc(32);
