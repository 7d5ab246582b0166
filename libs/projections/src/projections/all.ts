import { type Projection } from '../model/projection.js';
import { agencies } from './agencies.js';
import { documents } from './documents.js';
import { exchanged } from './exchanged.js';
import { flow } from './flow.js';
import { inbox } from './inbox.js';
import { rows } from './rows.js';

/** Every projection of a province, in the versions that are read. */
export const projections: readonly Projection[] = [
  agencies,
  rows,
  inbox,
  documents,
  exchanged,
  flow,
];
