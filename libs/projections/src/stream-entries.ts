/** `[id, ['e', json]]`, as Redis answers XRANGE. */
export interface StreamEntryReply {
  readonly id: string;
  readonly entry: unknown;
}

export const parseEntries = (reply: unknown): readonly StreamEntryReply[] =>
  Array.isArray(reply) ? reply.flatMap(parseEntry) : [];

const parseEntry = (item: unknown): readonly StreamEntryReply[] => {
  if (!Array.isArray(item) || !Array.isArray(item[1])) return [];
  const entry: unknown = JSON.parse(String(item[1][1]));
  return [{ id: String(item[0]), entry }];
};
