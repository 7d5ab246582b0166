import { Refusal } from '@lienthong/kernel';

/** Nobody is called so, and nobody ever bore the code. */
export class NoSuchAgency extends Refusal {
  constructor(readonly asked: string) {
    super(`there is no agency ${asked}`);
  }
}
