/** Redis is away, so nothing can be read; writing goes on without it. */
export class ReadModelsUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the read models cannot be reached', options);
    this.name = new.target.name;
  }
}

/** The read models have not reached what they would have to answer from. */
export class ReadModelsBehind extends Error {
  /**
   * @param position the sequence that they have reached
   * @param wanted the one that they must reach
   */
  constructor(
    readonly position: number,
    readonly wanted: number,
  ) {
    super(`the read models stand at ${String(position)}, before ${String(wanted)}`);
    this.name = new.target.name;
  }
}

/** The text is no cursor of ours. */
export class InvalidCursor extends Error {
  constructor() {
    super('not a cursor');
    this.name = new.target.name;
  }
}

/** There is no indicator of this id. */
export class IndicatorUnknown extends Error {
  constructor(readonly indicator: string) {
    super(`there is no indicator ${indicator}`);
    this.name = new.target.name;
  }
}

export class ProjectionUnknown extends Error {
  constructor(
    readonly projection: string,
    readonly known: readonly string[],
  ) {
    super(`there is no projection ${projection}, only ${known.join(', ')}`);
    this.name = new.target.name;
  }
}

/** Read models are being rebuilt already. */
export class RebuildUnderWay extends Error {
  constructor() {
    super('read models are being rebuilt already');
    this.name = new.target.name;
  }
}
