import { MalformedCode } from './http.errors.js';

/** An agency code in either form, or an internal id: ASCII letters, digits and separators, nothing that looks like them. */
const CODE = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;
const CODE_MAX_LENGTH = 64;

const GROUP = /^[A-Za-z0-9_-]{1,48}$/;

/** A document's own id here, as the platform gave it. */
const DOCUMENT_ID = /^[a-z2-7]{26}$/;

/**
 * @param pointer where the code stands in what was sent, for the answer
 * @throws {MalformedCode}
 */
export const agencyCode = (text: string, pointer: string): string => {
  if (text.length > CODE_MAX_LENGTH || !CODE.test(text)) throw new MalformedCode(pointer);
  return text;
};

/** @throws {MalformedCode} */
export const documentId = (text: string, pointer: string): string => {
  if (!DOCUMENT_ID.test(text)) throw new MalformedCode(pointer);
  return text;
};

/** @throws {MalformedCode} */
export const groupId = (text: string, pointer: string): string => {
  if (!GROUP.test(text)) throw new MalformedCode(pointer);
  return text;
};
