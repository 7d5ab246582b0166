import { AgencyUnknown } from '@lienthong/directory';
import { Refusal } from '@lienthong/kernel';

/** Nobody is called so, and nobody ever bore the code. */
export class NoSuchAgency extends Refusal {
  constructor(readonly asked: string) {
    super(`there is no agency ${asked}`);
  }
}

/** A request names an agency that is not there. */
export class NamedAgencyUnknown extends AgencyUnknown {
  /** @param pointer where the code or the internal id stands in what was sent */
  constructor(
    readonly code: string,
    readonly pointer: string,
  ) {
    super();
  }
}
