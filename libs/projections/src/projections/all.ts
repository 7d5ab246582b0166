import { type Projection } from '../model/projection.js';
import { background } from './background.js';
import { documents } from './documents.js';
import { figures } from './figures/figures.js';
import { inbox } from './inbox.js';
import { rows } from './rows.js';

/** Every projection of a province, in the versions that are read. */
export const projections: readonly Projection[] = [background, rows, inbox, documents, figures];
