import { describe, expect, it } from '@jest/globals';
import { traceContextOf } from './trace-context.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PART = '00f067aa0ba902b7';

describe('the trace of a request', () => {
  it.each([
    ['', `00-${TRACE}-${PART}-01`],
    ['of a version to come', `cc-${TRACE}-${PART}-01-what-will-be`],
  ])('%s is gone on with, as a part of its own', (_what, header) => {
    const { traceId, traceparent } = traceContextOf(header);
    expect(traceId).toBe(TRACE);
    expect(traceparent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(traceparent).not.toContain(PART);
  });

  it.each([
    undefined,
    '',
    'nothing',
    `ff-${TRACE}-${PART}-01`,
    `00-${'0'.repeat(32)}-${PART}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${PART}-01`,
    `00-${TRACE}-${PART}-01-more`,
    `00-${TRACE}-${PART}`,
    `00-${TRACE}-${PART}-01, 00-${TRACE}-${PART}-01`,
  ])('begins where there is none: %j', (header) => {
    const { traceId, traceparent } = traceContextOf(header);
    expect(traceId).not.toBe(TRACE);
    expect(traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
    expect(traceContextOf(header).traceId).not.toBe(traceId);
  });
});
