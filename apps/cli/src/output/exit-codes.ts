/** What a script learns without reading a word. The numbers are fixed. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  'check-failed': 3,
  'not-found': 4,
  conflict: 5,
  'not-allowed': 6,
  'invalid-input': 7,
  unavailable: 9,
} as const;

export type FailureKind = Exclude<keyof typeof EXIT, 'ok'>;

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'not-found',
  408: 'unavailable',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  429: 'unavailable',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** How a refusal of the platform ends the command. */
export const kindOfHttpStatus = (status: number): FailureKind =>
  BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'invalid-input' : 'unexpected');
