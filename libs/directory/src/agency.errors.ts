import { type LocalDate, Refusal } from '@lienthong/kernel';

/** No agency has this internal id. */
export class AgencyUnknown extends Refusal {
  constructor() {
    super('no such agency');
  }
}

/** The internal id belongs to an agency that was registered otherwise; ids are never reused. */
export class AgencyDiffers extends Refusal {
  constructor() {
    super('an agency with this id is registered with other particulars');
  }
}

/** Another agency bears the code on some of the same days. */
export class CodeInUse extends Refusal {
  constructor(readonly code: string) {
    super(`another agency bears ${code} on some of these days`);
  }
}

/** The agency was closed on another day. */
export class AgencyAlreadyClosed extends Refusal {
  constructor(readonly closedOn: LocalDate) {
    super(`the agency was closed on ${closedOn}`);
  }
}
