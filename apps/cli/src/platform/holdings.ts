import { type Instant, localDate } from '@lienthong/kernel';
import { type Province } from './topology.js';

/** What certificate an agency has: a cause, of which the share of signed documents is the result. */
export type Holding = 'valid' | 'none' | 'expired' | 'foreign';

type Certified = Pick<Province, 'certificates'>;

const EXCEPTIONS = ['none', 'expired', 'foreign'] as const;

/** @param agency internal id */
export const holdingOf = ({ certificates }: Certified, agency: string): Holding =>
  EXCEPTIONS.find((holding) => certificates.organisations[holding].includes(agency)) ?? 'valid';

/** Whether what the agency signs at that time is believed. */
export const signsSoundly = (province: Certified, agency: string, at: Instant): boolean => {
  const { from, to } = province.certificates;
  const day = localDate(at);
  return holdingOf(province, agency) === 'valid' && from <= day && day <= to;
};
