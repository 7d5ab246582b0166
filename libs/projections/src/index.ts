export { type Effect } from './model/row.js';
export { type Rebuilding, type RebuiltProjection } from './model/rebuilding.js';
export { type Known, type Projection } from './model/projection.js';
export { projections } from './projections/all.js';
export { type FlowBy } from './projections/figures/flow.js';
export { cursorBefore, decodeCursor } from './read/cursor.js';
export { type Advance, type AdvanceListener } from './read/advances.js';
export {
  IndicatorUnknown,
  InvalidCursor,
  ProjectionUnknown,
  ReadModelsBehind,
  ReadModelsUnavailable,
  RebuildUnderWay,
} from './read/errors.js';
export { type Flow, type FlowCell, type FlowCount, type FlowQuery } from './read/figures/flow.js';
export {
  type InboxEntry,
  type InboxQuery,
  type Page,
  type StatusEntry,
} from './read/inbox-reader.js';
export { type DurationFigure, type Indicator, type Period } from './read/figures/indicators.js';
export { type Metrics, type MetricsQuery, type PeriodFigures } from './read/figures/metrics.js';
export { type ExplainQuery, type Part } from './read/past/explain.js';
export { History, type Showing } from './read/past/history.js';
export { type Horizon } from './read/past/horizon.js';
export { ReadModels, type ReadModelsOptions } from './read/read-models.js';
export { type Rebuilds } from './read/rebuilds.js';
export { type Found, type FoundDocument } from './read/search/search.js';
export { type SearchQuery } from './read/search/search-query.js';
export { RedisStateRows, type StateRow } from './read/state-rows.js';
export { type Hop } from './projections/delivery-hops.js';
export { type DeliveryTrace, type DocumentTrace } from './read/trace-reader.js';
export { type MetricsDifference, type MetricsVerified } from './verify/verify-metrics.js';
export { type LogReader } from './runtime/build.js';
export { TakenOver } from './runtime/errors.js';
export { type Commit } from './runtime/lane-writer.js';
export {
  ProjectionRuntime,
  type RuntimeOptions,
  type RuntimeStatus,
} from './runtime/projection-runtime.js';
export {
  type ApplyOutcome,
  type Batch,
  fencedApply,
  type RedisApply,
} from './runtime/redis-apply.js';
export { hasWords } from './projections/search/words.js';
