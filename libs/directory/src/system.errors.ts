import { Refusal } from '@lienthong/kernel';

/** No system has this id. */
export class SystemUnknown extends Refusal {
  constructor() {
    super('no such system');
  }
}

/** A gateway was to serve agencies inside, in whose name it would then speak. */
export class GatewayServesAgencies extends Refusal {
  constructor() {
    super('a gateway serves no agency');
  }
}

/** The id belongs to a system that was connected otherwise. */
export class SystemDiffers extends Refusal {
  constructor() {
    super('a system with this id is connected with other particulars');
  }
}

/** The system has no such key. */
export class SystemKeyUnknown extends Refusal {
  constructor() {
    super('the system has no such key');
  }
}

/** The key opens nothing any more, so none takes its place. */
export class SystemKeyRevoked extends Refusal {
  constructor() {
    super('the key was revoked');
  }
}
