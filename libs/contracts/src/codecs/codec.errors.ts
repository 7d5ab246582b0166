/** No such type is known in this category, in any version: the log is newer than this program, or not ours. */
export class UnknownEventType extends Error {
  constructor(
    readonly category: string,
    readonly type: string,
  ) {
    super(`unknown type in category ${category}: ${type}`);
    this.name = 'UnknownEventType';
  }
}

/** The type is known, but its data cannot be read as such. */
export class UndecodableEvent extends Error {
  constructor(
    readonly type: string,
    options: ErrorOptions,
  ) {
    super(`cannot be read as ${type}: ${reasonOf(options.cause)}`, options);
    this.name = 'UndecodableEvent';
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : 'damaged');
