import { type AggregateType } from '@lienthong/contracts';
import { type Instant } from '@lienthong/kernel';

interface Write {
  readonly type: 'Write';
  readonly at: Instant;
  readonly text: Uint8Array;
}

interface Written {
  readonly type: 'Written';
  readonly at: Instant;
  readonly text: Uint8Array;
}

const EVENT_TYPE = 'vn.lienthong.bench.note-written.v1';
const COMMAND_TYPE = 'vn.lienthong.bench.write-note.v1';

/** An aggregate without rules: what remains is what the log costs. Its events stand where no projection looks. */
export const noteAggregate: AggregateType<number, Write, Written> = {
  category: 'parked',
  decider: {
    initial: 0,
    decide: ({ at, text }) => [{ type: 'Written', at, text }],
    evolve: (notes) => notes + 1,
  },
  events: {
    category: 'parked',
    names: ['Written'],
    typeOf: () => EVENT_TYPE,
    encode: ({ text: data }) => ({ type: EVENT_TYPE, data }),
    decode: (_type, text, at) => ({ type: 'Written', at, text }),
  },
  commands: {
    category: 'parked',
    names: ['Write'],
    typeOf: () => COMMAND_TYPE,
    encode: ({ text: data }) => ({ type: COMMAND_TYPE, data }),
    decode: (_type, text, at) => ({ type: 'Write', at, text }),
  },
  reducer: 1,
};
