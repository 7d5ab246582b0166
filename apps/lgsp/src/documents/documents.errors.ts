import { Refusal } from '@lienthong/kernel';

/** Recipients that neither the tenant's directory nor the axis's list knows. */
export class RecipientUnknown extends Refusal {
  constructor(readonly codes: readonly string[]) {
    super(`unknown recipients: ${codes.join(', ')}`);
  }
}
