import { sha256 } from '@lienthong/kernel';
import { type ObjectStore as Bucket } from '@nats-io/obj';
import { type ObjectStore } from '../event-store.js';
import { ObjectDamaged } from '../event-store.errors.js';
import { Recent } from '../recent.js';
import { type ObjectReader } from './object-reader.js';
import { type ObjectWriter } from './object-writer.js';

const DIGEST = /^[0-9a-f]{64}$/;

/** How many digests are remembered as stored; objects are never taken away while they may be named again. */
const REMEMBERED = 10_000;

/** From this size on, asking whether the content is there costs less than sending it in vain. */
const ASKED_FROM_BYTES = 64 * 1024;

/** Objects in JetStream's object store, named by their SHA-256. */
export class ObjectsByDigest implements ObjectStore {
  private readonly stored = new Recent<true>(REMEMBERED);
  private readonly writing = new Map<string, Promise<void>>();

  constructor(
    private readonly bucket: Bucket,
    private readonly reader: ObjectReader,
    private readonly writer: ObjectWriter,
  ) {}

  async put(content: Uint8Array): Promise<string> {
    const digest = sha256(content);
    await (this.writing.get(digest) ?? this.begin(digest, content));
    return digest;
  }

  async get(digest: string): Promise<Uint8Array | undefined> {
    if (!DIGEST.test(digest)) return undefined;
    const content = await this.reader.read(digest);
    if (content === undefined) return undefined;
    if (sha256(content) !== digest) throw new ObjectDamaged(digest);
    return content;
  }

  async has(digest: string): Promise<boolean> {
    if (!DIGEST.test(digest)) return false;
    if (this.stored.get(digest) === true) return true;
    const found = (await this.bucket.info(digest)) !== null;
    if (found) this.stored.set(digest, true);
    return found;
  }

  private begin(digest: string, content: Uint8Array): Promise<void> {
    const writing = this.write(digest, content).finally(() => {
      this.writing.delete(digest);
    });
    this.writing.set(digest, writing);
    return writing;
  }

  private async isKnown(digest: string, { length }: Uint8Array): Promise<boolean> {
    return length < ASKED_FROM_BYTES ? this.stored.get(digest) === true : this.has(digest);
  }

  private async write(digest: string, content: Uint8Array): Promise<void> {
    if (await this.isKnown(digest, content)) return;
    await this.writer.write(digest, content);
    this.stored.set(digest, true);
  }
}
