export {
  benchAppend,
  type BenchAppendOptions,
  type BenchAppendResult,
} from './bench/bench-append.js';
export { benchCopy, type BenchCopyOptions, type LogMark, markLog } from './bench/bench-copy.js';
export {
  type Cause,
  type Checkpoints,
  type Durability,
  EventStore,
  type Handled,
  type HandleOptions,
  type LoadOptions,
  type Loaded,
  type ReadOptions,
  type StateRow,
  type StateRows,
  type StoredMessage,
  type StoreStatus,
  type UnknownOutcomes,
  type UnreadableEvent,
  type WriterLease,
} from './event-store.js';
export {
  AggregateUnreadable,
  type Difference,
  EventTooLarge,
  isAway,
  isFinal,
  LogDamaged,
  ObjectDamaged,
  ObjectTooLarge,
  RangeBeyondEnd,
  ServerNotAsConfigured,
  StoreUnavailable,
  StreamMissing,
  WriterLeaseLost,
} from './event-store.errors.js';
export { type ChainDifference, Chains } from './keeping/chains.js';
export { CheckpointKeeper } from './keeping/checkpoint-keeper.js';
export { sweepObjects } from './keeping/sweep-objects.js';
export {
  type ObjectDifference,
  type ObjectsVerified,
  verifyObjects,
} from './keeping/verify-objects.js';
export {
  type ByteRange,
  type ObjectContent,
  type ObjectStore,
  type StoredObject,
  type SweepOptions,
  type Swept,
} from './object-store.js';
export { type EventStoreOptions, openEventStore } from './open-event-store.js';
