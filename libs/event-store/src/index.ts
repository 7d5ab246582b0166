export {
  benchAppend,
  type BenchAppendOptions,
  type BenchAppendResult,
} from './bench/bench-append.js';
export {
  type Cause,
  type Checkpoints,
  type Durability,
  EventStore,
  type Handled,
  type HandleOptions,
  type Loaded,
  type ObjectStore,
  type ReadOptions,
  type StateRow,
  type StateRows,
  type StoreStatus,
  type UnknownOutcomes,
  type WriterLease,
} from './event-store.js';
export {
  type Difference,
  EventTooLarge,
  LogDamaged,
  ObjectDamaged,
  ServerNotAsConfigured,
  StoreUnavailable,
  StreamMissing,
  WriterLeaseLost,
} from './event-store.errors.js';
export { CheckpointKeeper } from './keeping/checkpoint-keeper.js';
export { type EventStoreOptions, openEventStore } from './open-event-store.js';
