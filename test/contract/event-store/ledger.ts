import { type AggregateType } from '@lienthong/contracts';
import { type Instant, Refusal } from '@lienthong/kernel';

/** A list of entries, each of which is in it once: the smallest aggregate that shows what was lost or doubled. */
export type Ledger = readonly string[];

export interface Enter {
  readonly type: 'Enter';
  readonly entries: readonly string[];
  readonly at: Instant;
}

export type LedgerCommand = Enter | { readonly type: 'CloseEmpty'; readonly at: Instant };

export interface Entered {
  readonly type: 'Entered';
  readonly entry: string;
  readonly at: Instant;
}

export class LedgerNotEmpty extends Refusal {
  constructor(readonly entries: number) {
    super(`the ledger has ${String(entries)} entries`);
  }
}

const TYPE = 'vn.lienthong.test.entered.v1';
const COMMAND = 'vn.lienthong.test.enter.v1';

const text = (data: Uint8Array): string => Buffer.from(data).toString();

export const ledgerAggregate: AggregateType<Ledger, LedgerCommand, Entered> = {
  category: 'parked',
  decider: {
    initial: [],
    decide: (command, ledger) => {
      if (command.type === 'CloseEmpty') {
        if (ledger.length > 0) throw new LedgerNotEmpty(ledger.length);
        return [];
      }
      const { entries, at } = command;
      return entries
        .filter((entry) => !ledger.includes(entry))
        .map((entry) => ({ type: 'Entered', entry, at }));
    },
    evolve: (ledger, { entry }) => [...ledger, entry],
  },
  events: {
    category: 'parked',
    names: ['Entered'],
    typeOf: () => TYPE,
    encode: ({ entry }) => ({ type: TYPE, data: Buffer.from(entry) }),
    decode: (_type, data, at) => ({ type: 'Entered', entry: text(data), at }),
  },
  commands: {
    category: 'parked',
    names: ['Enter', 'CloseEmpty'],
    typeOf: () => COMMAND,
    encode: (command) => ({ type: COMMAND, data: Buffer.from(JSON.stringify(command)) }),
    decode: (_type, data, at) => ({ type: 'Enter', entries: text(data).split(','), at }),
  },
  reducer: 1,
  state: {
    encode: (ledger) => [...ledger],
    decode: (json) => {
      if (!Array.isArray(json) || !json.every((entry) => typeof entry === 'string')) {
        throw new TypeError('not a ledger');
      }
      return json;
    },
  },
};

export const enter = (...entries: readonly string[]): Enter => ({
  type: 'Enter',
  entries,
  at: Date.parse('2020-03-02T00:00:00Z'),
});

export const closeEmpty = { type: 'CloseEmpty', at: Date.parse('2020-03-02T00:00:00Z') } as const;
