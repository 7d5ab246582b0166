import {
  type AggregateType,
  deliveryAggregate,
  documentAggregate,
  type Message,
  type Recorded,
} from '@lienthong/contracts';
import { z } from 'zod';
import { type Known, type Projection, RowMissing } from '../model/projection.js';
import { type Effect, rowKind } from '../model/row.js';

const stateRow = z.object({
  version: z.int(),
  firstSequence: z.int(),
  lastSequence: z.int(),
  reducer: z.int(),
  state: z.unknown(),
});

export const stateRows = rowKind('state', stateRow);

export const stateRowId = (category: string, id: string): string => `${category}.${id}`;

/** The state of each document and delivery, from which the writer goes on without reading the log. */
export const rows: Projection = {
  name: 'rows',
  version: `${String(documentAggregate.reducer)}.${String(deliveryAggregate.reducer)}`,
  reads: (event) =>
    event.category === 'document' || event.category === 'delivery'
      ? [stateRows.address(idOf(event))]
      : [],
  fold: (event, known) => {
    if (event.category === 'document') return advance(documentAggregate, event, known);
    if (event.category === 'delivery') return advance(deliveryAggregate, event, known);
    return [];
  },
};

const idOf = ({ message }: Recorded): string => stateRowId(message.category, message.aggregateId);

const advance = <S, C extends Message, E extends Message>(
  aggregate: AggregateType<S, C, E>,
  { message, event }: { message: Recorded['message']; event: E },
  known: Known,
): readonly Effect[] => {
  const { decider, state: codec, reducer } = aggregate;
  if (codec === undefined) return [];
  const id = stateRowId(message.category, message.aggregateId);
  const before = known.row(stateRows, id);
  if ((before?.version ?? 0) + 1 !== message.version) throw new RowMissing(stateRows.address(id));
  const state = before === undefined ? decider.initial : codec.decode(before.state);
  const { version, sequence } = message;
  return [
    stateRows.put(id, {
      version,
      firstSequence: before?.firstSequence ?? sequence,
      lastSequence: sequence,
      reducer,
      state: codec.encode(decider.evolve(state, event)),
    }),
  ];
};
