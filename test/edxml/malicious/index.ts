import { carriers } from './carriers.js';
import { declarations } from './declarations.js';
import type { Malicious } from './row.js';
import { shapes } from './shapes.js';

/** Packets made to harm whoever reads them, small sources of what may be large. */
export const maliciousPackets: readonly Malicious[] = [...declarations, ...shapes, ...carriers];

export type { Malicious } from './row.js';
