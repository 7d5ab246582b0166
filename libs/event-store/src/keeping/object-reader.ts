import { type JetStreamManager } from '@nats-io/jetstream';
import { type ObjectStore as Bucket } from '@nats-io/obj';

/**
 * Reads objects of JetStream's object store part by part.
 *
 * The library's own `get` leaves a consumer on the server for each object that was read, which costs it memory for
 * minutes and seconds at its next start and end.
 */
export class ObjectReader {
  constructor(
    private readonly options: {
      readonly bucket: Bucket;
      readonly name: string;
      readonly stream: string;
      readonly manager: JetStreamManager;
    },
  ) {}

  /** What stands under the name, unchecked and as far as it is there; nothing where the name is not. */
  async read(name: string): Promise<Uint8Array | undefined> {
    const { bucket } = this.options;
    const info = await bucket.info(name);
    if (info === null || info.deleted) return undefined;
    const subject = `$O.${this.options.name}.C.${info.nuid}`;
    const parts: Uint8Array[] = [];
    let from = 1;
    while (parts.length < info.chunks) {
      const part = await this.partFrom(from, subject);
      if (part === null) break;
      parts.push(part.data);
      from = part.seq + 1;
    }
    return new Uint8Array(Buffer.concat(parts));
  }

  private partFrom(seq: number, subject: string) {
    const { manager, stream } = this.options;
    return manager.direct.getMessage(stream, { seq, next_by_subj: subject });
  }
}
