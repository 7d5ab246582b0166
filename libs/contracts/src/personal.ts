import { lienthong } from './gen/messages.js';
import { text } from './codecs/wire.js';

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

/** Names and contacts of persons; stands in an event only as the bytes of its field `personal`. */
export interface Personal {
  readonly signer?: Signer;
  readonly staff?: Staff;
}

export const encodePersonal = (personal: Personal): Uint8Array =>
  new Uint8Array(PersonalData.encode(personal).finish());

/** @throws {Error} when `bytes` are not what {@link encodePersonal} wrote */
export const decodePersonal = (bytes: Uint8Array): Personal => {
  const { signer, staff } = PersonalData.decode(bytes);
  return {
    ...(signer ? { signer: signerFromWire(signer) } : {}),
    ...(staff ? { staff: staffFromWire(staff) } : {}),
  };
};

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
