import { Refusal } from '@lienthong/kernel';

/** Another system is registered for this agency. */
export class MemberOfAnotherSystem extends Refusal {
  constructor() {
    super('another system is registered for this agency');
  }
}
