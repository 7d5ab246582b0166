import { EDXML_NAMESPACE } from './parts.js';
import type { XmlElement } from './xml/element.js';

export const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';

/** What producers call it; the first is the name that XML signatures have. */
const NAMES = ['Signature', 'DigitalSignature'];
const NAMESPACES = [SIGNATURE_NAMESPACE, EDXML_NAMESPACE];

/** The elements that hold, or should hold, the packet's own signature. */
export const signaturesIn = (header: XmlElement): readonly XmlElement[] =>
  header.children.filter(
    ({ name, namespace }) => NAMES.includes(name) && NAMESPACES.includes(namespace),
  );

/** The packet's own signature as it was received; an empty one is none. */
export const signatureOf = (header: XmlElement): string | undefined =>
  signaturesIn(header).find((signature) => !signature.isEmpty)?.spelled;
