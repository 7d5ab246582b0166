import { type Instant, localDate } from '@lienthong/kernel';

/** Gives the next number of an agency's register for the year of `at`. */
export type Numbering = (agency: string, at: Instant) => number;

/** @param last number that stands in the register; what this numbering gives follows on it */
export const numberingAfter = (last: Numbering): Numbering => {
  const given = new Map<string, number>();
  return (agency, at) => {
    const register = `${agency} ${localDate(at).slice(0, 'yyyy'.length)}`;
    const number = (given.get(register) ?? last(agency, at)) + 1;
    given.set(register, number);
    return number;
  };
};
