import { type Operator } from '../platform/operator.js';
import { type Addresses } from '../platform/platform-file.js';

/** The platform that a scenario is played on. */
export interface Stage {
  readonly operator: Operator;
  readonly addresses: Addresses;
}
