import { Refusal } from '@lienthong/kernel';

/** The document was never delivered to this recipient. */
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

/** 13 comes from the sender of the document alone; 01–06, 15 and 16 from its recipient. */
export class WrongSpeaker extends Refusal {
  constructor(readonly speaker: 'sender' | 'recipient') {
    super(`only the ${speaker} of the document says this`);
  }
}

/** The recipient was already asked something and has not answered. */
export class RequestOpen extends Refusal {
  /** @param recipients codes or internal ids */
  constructor(
    readonly kind: 'take-back' | 'update',
    readonly recipients: readonly string[],
  ) {
    super(`a request to ${PHRASES[kind]} is not answered yet by ${recipients.join(', ')}`);
  }
}

const PHRASES = { 'take-back': 'give the document back', update: 'take an update' };

/** 15 or 16 where nothing was asked. */
export class NoOpenRequest extends Refusal {
  constructor() {
    super('the recipient was not asked anything that is still open');
  }
}

/** An answer without a time, where it may be the repetition of the one to the question before. */
export class AnswerWithoutTime extends Refusal {
  constructor() {
    super('a further question is open since the last answer; give the time of the answer to it');
  }
}

/** The delivery has ended: nothing can be asked of its recipient any more. */
export class TooLate extends Refusal {
  /** @param recipients codes or internal ids */
  constructor(
    readonly status: string,
    readonly recipients: readonly string[],
  ) {
    super(`the delivery to ${recipients.join(', ')} has ended: ${status}`);
  }
}

/** It is said to have happened on a day before the one on which the delivery began. */
export class SaidTooEarly extends Refusal {
  constructor() {
    super('nothing can be said of a delivery before the day on which it began');
  }
}
