/** The id under which this province is registered at the axis, its own agency code. */
export const AXIS_SYSTEM_ID = Symbol('axis system id');

/** Milliseconds between two looks at the axis's lists. */
export const AXIS_POLL_MS = Symbol('axis poll interval');
