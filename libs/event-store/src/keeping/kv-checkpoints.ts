import { type KV } from '@nats-io/kv';
import { type Checkpoints } from '../event-store.js';
import { checkpointKey } from './buckets.js';

export class KvCheckpoints implements Checkpoints {
  constructor(private readonly bucket: KV) {}

  async load(name: string): Promise<number> {
    const entry = await this.bucket.get(checkpointKey(name));
    if (entry === null) return 0;
    const sequence = Number(entry.string());
    if (!Number.isSafeInteger(sequence) || sequence < 0) {
      throw new RangeError(`the checkpoint ${name} is not a sequence: ${entry.string()}`);
    }
    return sequence;
  }

  async save(name: string, sequence: number): Promise<void> {
    await this.bucket.put(checkpointKey(name), String(sequence));
  }
}
