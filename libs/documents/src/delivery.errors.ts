import { Refusal } from '@lienthong/kernel';

/** The document was never routed to this recipient. */
export class DeliveryUnknown extends Refusal {
  constructor() {
    super('the document was not delivered to this recipient');
  }
}

/** The recipient gets the document on paper only, so no status is kept for it. */
export class NotADelivery extends Refusal {
  constructor() {
    super('the recipient gets this document on paper only');
  }
}

/** No status of the exchange has this code. */
export class StatusUnknown extends Refusal {
  constructor(readonly code: string) {
    super('no such status');
  }
}

/** The exchange knows this; this version does not carry it yet. */
export class NotYetSupported extends Refusal {
  constructor(readonly what: string) {
    super(`${what} is not yet supported`);
  }
}

/** 01–06 come from the recipient alone. */
export class WrongSpeaker extends Refusal {
  constructor() {
    super('only the recipient reports the status of a delivery');
  }
}
