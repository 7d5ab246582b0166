/** Another process writes these read models now. */
export class TakenOver extends Error {
  constructor() {
    super('another writer has taken the read models over');
    this.name = new.target.name;
  }
}

/** Redis was emptied, or came back from an older snapshot: building goes on from what it holds. */
export class ReadModelLost extends Error {
  constructor() {
    super('the read model in Redis is not the one that was written');
    this.name = new.target.name;
  }
}
