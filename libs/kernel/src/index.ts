export { canonicalJson, type Json } from './canonical-json.js';
export { type Decider, fold } from './decider.js';
export { deriveId, sha256 } from './ids.js';
export { InTurn } from './in-turn.js';
export { Refusal } from './refusal.js';
export {
  IdempotencyKeyReused,
  isCarriedOut,
  type RequestMark,
  requestMark,
} from './request-mark.js';
export {
  type Clock,
  type Instant,
  type LocalDate,
  dayAfter,
  instant,
  isInstant,
  isLocalDate,
  localDate,
  standingClock,
  startOf,
  systemClock,
  toRfc3339,
} from './time.js';
