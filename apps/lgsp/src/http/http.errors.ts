import { Refusal } from '@lienthong/kernel';

/** The body is not JSON. */
export class MalformedJson extends Refusal {}

/** An object of the body names a key twice. */
export class DuplicateJsonKey extends Refusal {
  constructor(readonly key: string) {
    super(`the key "${key}" stands twice in one object`);
  }
}

export interface FieldFault {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
  readonly message: string;
}

/** The body bears fields that the door does not know. */
export class UnknownField extends Refusal {
  constructor(readonly faults: readonly FieldFault[]) {
    super('unknown fields');
  }
}

/** Fields of the body, or parameters, are missing or not of their kind. */
export class InvalidField extends Refusal {
  constructor(
    readonly faults: readonly FieldFault[],
    options?: ErrorOptions,
  ) {
    super('invalid fields', options);
  }
}

/** An agency code, or an id, bears characters that none can have. */
export class MalformedCode extends Refusal {
  constructor(readonly pointer: string) {
    super(`${pointer} is not a code`);
  }
}

/** There is something at the address, which does not take this method. */
export class MethodNotAllowed extends Refusal {
  constructor(readonly allowed: readonly string[]) {
    super(`the address takes ${allowed.join(' and ')}`);
  }
}

export class UnsupportedMediaType extends Refusal {
  constructor(readonly accepted: readonly string[]) {
    super(`send ${accepted.join(' or ')}`);
  }
}

export class BodyTooLarge extends Refusal {
  constructor(readonly limitBytes: number) {
    super(`the body is larger than ${String(limitBytes)} bytes`);
  }
}

/** The body ended early, or is not UTF-8. */
export class UnreadableBody extends Refusal {}

/** A time of one's own is accepted on a tenant with a scenario's clock alone, and must be RFC 3339. */
export class TimeNotAllowed extends Refusal {}

/** The cursor names a place that this log has not come to: it is of another log. */
export class CursorBeyondEnd extends Refusal {
  constructor() {
    super('the cursor is beyond the end of the log');
  }
}
