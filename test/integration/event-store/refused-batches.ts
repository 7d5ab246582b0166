import { type Msg, connect } from '@nats-io/transport-node';
import { z } from 'zod';

/** JetStream's errors for an expectation that another writer was faster than. */
const CONFLICTS: ReadonlySet<number> = new Set([10_071, 10_164]);

const refusal = z.object({ error: z.object({ err_code: z.number() }) });

/** Overhears the writes to a server without passwords, and what it answers. */
export interface RefusedBatches {
  /** Of the largest atomic batch that met a conflict: how many subjects it was for. */
  readonly largest: number;
  close(): Promise<void>;
}

export const overhearRefusedBatches = async (servers: string): Promise<RefusedBatches> => {
  const connection = await connect({ servers });
  const subjectsOf = new Map<string, Set<string>>();
  const batchBehind = new Map<string, string>();
  let largest = 0;
  const hear = (message: Msg): void => {
    const batch = message.headers?.get('Nats-Batch-Id') ?? '';
    if (batch !== '') {
      subjectsOf.set(batch, (subjectsOf.get(batch) ?? new Set()).add(message.subject));
      if (message.reply !== undefined) batchBehind.set(message.reply, batch);
      return;
    }
    const answered = batchBehind.get(message.subject);
    if (answered === undefined || !isConflict(message)) return;
    largest = Math.max(largest, subjectsOf.get(answered)?.size ?? 0);
  };
  connection.subscribe('>', {
    callback: (error, message) => {
      if (error === null) hear(message);
    },
  });
  await connection.flush();
  return {
    get largest() {
      return largest;
    },
    close: () => connection.close(),
  };
};

const isConflict = (answer: Msg): boolean => {
  const read = refusal.safeParse(answer.json());
  return read.success && CONFLICTS.has(read.data.error.err_code);
};
