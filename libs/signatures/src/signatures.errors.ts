import { Refusal } from '@lienthong/kernel';

/** The header is not the list that it must be: syntax, number or size. */
export class MalformedSignatureHeader extends Refusal {
  constructor(reason: string) {
    super(`LienThong-Signature: ${reason}`);
  }
}

/** What stands in a certificate's place is none that can be read. */
export class UnreadableCertificate extends Refusal {
  constructor(reason: string, options?: ErrorOptions) {
    super(`not a readable X.509 certificate: ${reason}`, options);
  }
}

/** The bundle of trusted authorities cannot be used; `faults` names each one. */
export class TrustNotValid extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `the trusted authorities cannot be used:\n${faults.map((line) => `  ${line}`).join('\n')}`,
    );
    this.name = 'TrustNotValid';
  }
}
