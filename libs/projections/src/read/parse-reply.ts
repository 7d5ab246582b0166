/** The JSON of a reply; nothing where the key was absent. */
export const parseReply = (reply: unknown): unknown =>
  typeof reply === 'string' ? JSON.parse(reply) : undefined;

/** The counters of a hash, `[field, count]`. */
export const parseCounters = (reply: unknown): readonly (readonly [string, number])[] =>
  typeof reply === 'object' && reply !== null
    ? Object.entries(reply).map(([field, count]) => [field, Number(count)] as const)
    : [];
