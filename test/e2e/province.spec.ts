import { afterAll, beforeAll } from '@jest/globals';
import { endShared, startShared } from './shared-province.js';

const MINUTES = 60_000;

beforeAll(startShared, 2 * MINUTES);
afterAll(endShared, MINUTES);

// Each chapter declares its tests; all of them run on one platform, in this order.
await import('./exchange.chapter.js');
await import('./sandbox.chapter.js');
await import('./mocks.chapter.js');
await import('./axis-faults.chapter.js');
await import('./neighbours.chapter.js');
await import('./kept.chapter.js');
await import('./causes.chapter.js');
await import('./bad-input.chapter.js');
await import('./connect.chapter.js');
await import('./looking.chapter.js');
await import('./measured.chapter.js');
