import { Refusal } from '@lienthong/kernel';

/** Nothing is kept of the order: another came after it, or Redis was emptied. */
export class RebuildUnknown extends Refusal {
  constructor() {
    super('no such rebuild is known');
  }
}
