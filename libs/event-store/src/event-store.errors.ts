import { Refusal } from '@lienthong/kernel';

/** This instance does not hold the writer's lease, and no holder answered: repeat the command as it was. */
export class WriterLeaseLost extends Error {
  constructor(tenant: string, options?: ErrorOptions) {
    super(`no writer of ${tenant} can be reached`, options);
    this.name = 'WriterLeaseLost';
  }
}

/** The log did not answer in time. Whether the command was carried out is not known: repeat it as it was. */
export class StoreUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the log is not available: ${reason}`, options);
    this.name = 'StoreUnavailable';
  }
}

/** What the log holds contradicts itself or what was known of it; nothing is written to it any more. */
export class LogDamaged extends Error {
  constructor(finding: string, options?: ErrorOptions) {
    super(`the log is damaged: ${finding}`, options);
    this.name = 'LogDamaged';
  }
}

/**
 * An event of the aggregate is in the log and this program cannot read it, or cannot go on from it. Commands on the
 * aggregate are refused and nothing is written to it; all others go on. A program that can read the event mends it.
 */
export class AggregateUnreadable extends Refusal {
  /** @param sequence of the event */
  constructor(
    readonly subject: string,
    readonly sequence: number,
    options: ErrorOptions,
  ) {
    super(`what stands at ${String(sequence)} in the log cannot be read`, options);
  }
}

/** The event is larger than the server takes; nothing was written. */
export class EventTooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`an event of ${String(bytes)} bytes is larger than ${String(limit)}`);
    this.name = 'EventTooLarge';
  }
}

/** Repeated as it was, the command would fail in the same way. */
export const isFinal = (error: unknown): error is Refusal | EventTooLarge =>
  error instanceof Refusal || error instanceof EventTooLarge;

/** The log cannot be asked or written now: whatever else is tried will fail as well. */
export const isAway = (error: unknown): error is StoreUnavailable | WriterLeaseLost =>
  error instanceof StoreUnavailable || error instanceof WriterLeaseLost;

/** One setting that is not as it must be. */
export interface Difference {
  readonly setting: string;
  readonly wanted: string;
  readonly found: string;
}

/** The server or a stream of it would not keep the promises of the log; nothing is written. */
export class ServerNotAsConfigured extends Error {
  constructor(readonly differences: readonly Difference[]) {
    const lines = differences.map(
      ({ setting, wanted, found }) => `${setting} must be ${wanted}, is ${found}`,
    );
    super(`the server is not configured for a log: ${lines.join('; ')}`);
    this.name = 'ServerNotAsConfigured';
  }
}

/** The log of a tenant, or a part of it, is not there; it is never made anew where it has been before. */
export class StreamMissing extends Error {
  constructor(
    readonly stream: string,
    hint: string,
  ) {
    super(`there is no stream ${stream}: ${hint}`);
    this.name = 'StreamMissing';
  }
}

/** The object's content is not what its digest says. */
export class ObjectDamaged extends Error {
  constructor(readonly digest: string) {
    super(`the object ${digest} has another content than its digest says`);
    this.name = 'ObjectDamaged';
  }
}

/** More came of the content than may be kept as one object; nothing of it is kept. */
export class ObjectTooLarge extends Error {
  /** @param limit bytes */
  constructor(readonly limit: number) {
    super(`the object is larger than ${String(limit)} bytes`);
    this.name = 'ObjectTooLarge';
  }
}

/** The object has none of the bytes that were asked for. */
export class RangeBeyondEnd extends Error {
  /** @param size of the object, in bytes */
  constructor(readonly size: number) {
    super(`the object has ${String(size)} bytes, and none of those that were asked for`);
    this.name = 'RangeBeyondEnd';
  }
}
