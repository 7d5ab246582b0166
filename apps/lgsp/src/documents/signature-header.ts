import { type DetachedSignature, parseSignatures, SIGNATURE_HEADER } from '@lienthong/signatures';
import { Headers } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

/** The header of a door that takes signatures, as the interface tells it. */
export const TakesSignatures = (): MethodDecorator =>
  ApiHeader({
    name: SIGNATURE_HEADER,
    required: false,
    description:
      'Up to 8 signatures on the bytes of the body, `:<base64>:;cert=:<base64>:, …` (RFC 8941): ECDSA on P-256 over ' +
      'their SHA-256, and the certificate (X.509), both in DER. A bad one is recorded, not refused.',
    schema: { type: 'string' },
  });

/** The header's text, where there is one. */
export const Signed = (): ParameterDecorator => Headers(SIGNATURE_HEADER);

/** @throws {MalformedSignatureHeader} */
export const signaturesIn = (header: string | undefined): readonly DetachedSignature[] =>
  header === undefined ? [] : parseSignatures(header);
