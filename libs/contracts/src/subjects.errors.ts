/** A tenant or an id has characters that could change the meaning of a subject. */
export class InvalidToken extends Error {
  constructor(readonly token: string) {
    super(`not a token of 1 to 64 letters, digits, "_" and "-": ${JSON.stringify(token)}`);
    this.name = 'InvalidToken';
  }
}

/** The text is not the subject of an aggregate. */
export class InvalidSubject extends Error {
  constructor(readonly subject: string) {
    super(`not the subject of an aggregate: ${JSON.stringify(subject)}`);
    this.name = 'InvalidSubject';
  }
}
