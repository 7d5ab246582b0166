/** A message of the log lacks a header of a CloudEvent, or the header cannot be read. */
export class NotACloudEvent extends Error {
  constructor(
    readonly header: string,
    options?: ErrorOptions,
  ) {
    super(`not a CloudEvent: header ${header} is missing or unreadable`, options);
    this.name = 'NotACloudEvent';
  }
}
