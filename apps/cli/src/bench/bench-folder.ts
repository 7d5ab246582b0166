import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The beginning of a temporary folder's name. */
export const benchFolder = (): string => join(tmpdir(), 'lienthong-bench-');
