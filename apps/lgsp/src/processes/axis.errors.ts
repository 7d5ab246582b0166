import { Refusal } from '@lienthong/kernel';

/** A packet came from the axis in the name of an agency inside: a gateway speaks only for those outside. */
export class SenderInside extends Refusal {
  constructor(readonly code: string) {
    super(`${code} is an agency of this province and does not write from outside`);
  }
}

/** A packet came from an agency that the axis's list does not have. */
export class SenderUnknown extends Refusal {
  constructor(readonly code: string) {
    super(`the axis's list has no ${code}`);
  }
}
