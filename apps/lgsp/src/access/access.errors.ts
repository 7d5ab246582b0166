import { Refusal } from '@lienthong/kernel';

/** The request bears no key. */
export class AuthenticationRequired extends Refusal {
  constructor() {
    super('no key was presented');
  }
}

/** No system has this key. */
export class KeyUnknown extends Refusal {
  constructor() {
    super('the key is not known');
  }
}

/** The key was taken back: it opens nothing any more. */
export class KeyRevoked extends Refusal {
  constructor() {
    super('the key was revoked');
  }
}

/** The key was issued until a time that has passed. */
export class KeyExpired extends Refusal {
  constructor() {
    super('the key has expired');
  }
}

/** Only the operator of the platform may ask for this. */
export class OperatorOnly extends Refusal {
  constructor() {
    super('only the operator may do this');
  }
}

/** The system does not speak for this agency. */
export class SenderNotYours extends Refusal {
  constructor(readonly code: string) {
    super('the system does not speak for this agency');
  }
}

/** The system has sent more than it may; nothing of the request was looked at. */
export class TooManyRequests extends Refusal {
  constructor(readonly retryAfterSeconds: number) {
    super(`come again in ${String(retryAfterSeconds)} s`);
  }
}
