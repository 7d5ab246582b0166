import { lienthong } from './gen/messages.js';
import { ownBytes, present, text } from './codecs/wire.js';

const { PersonalData } = lienthong.documents.v1;

export interface Signer {
  readonly competence: string;
  readonly position: string;
  readonly fullName: string;
}

export interface Staff {
  readonly department: string;
  readonly name: string;
  readonly mobile: string;
  readonly email: string;
}

/** A signature as it was handed in; with the bytes of the packet it can be judged again. */
export interface Evidence {
  readonly value: Uint8Array;
  /** X.509 in DER; names who signed. */
  readonly certificate: Uint8Array;
}

/** Names and contacts of persons; stands in an event only as the bytes of its field `personal`. */
export interface Personal {
  readonly signer?: Signer;
  readonly staff?: Staff;
  /** In the order of the event's signatures. */
  readonly evidence?: readonly Evidence[];
}

export const encodePersonal = (personal: Personal): Uint8Array =>
  new Uint8Array(PersonalData.encode(toWire(personal)).finish());

/** @throws {Error} when `bytes` are not what {@link encodePersonal} wrote */
export const decodePersonal = (bytes: Uint8Array): Personal => {
  const { signer, staff, evidence } = PersonalData.decode(bytes);
  return {
    ...(signer ? { signer: signerFromWire(signer) } : {}),
    ...(staff ? { staff: staffFromWire(staff) } : {}),
    ...(evidence.length > 0 ? { evidence: evidence.map(evidenceFromWire) } : {}),
  };
};

const toWire = ({
  evidence = [],
  ...people
}: Personal): lienthong.documents.v1.PersonalData.$Properties => ({
  ...people,
  evidence: [...evidence],
});

const signerFromWire = (wire: lienthong.documents.v1.PersonalData.Signer.$Properties): Signer => ({
  competence: text(wire.competence),
  position: text(wire.position),
  fullName: text(wire.fullName),
});

const staffFromWire = (wire: lienthong.documents.v1.PersonalData.Staff.$Properties): Staff => ({
  department: text(wire.department),
  name: text(wire.name),
  mobile: text(wire.mobile),
  email: text(wire.email),
});

const evidenceFromWire = (
  wire: lienthong.documents.v1.PersonalData.Evidence.$Properties,
): Evidence => ({
  value: ownBytes(present(wire.value, 'value')),
  certificate: ownBytes(present(wire.certificate, 'certificate')),
});
