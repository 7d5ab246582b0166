import { type Instant, localDate } from '@lienthong/kernel';
import { type Province } from './topology.js';

/** What certificate an agency has: a cause, of which the share of signed documents is the result. */
export type Holding = 'valid' | Exception;

/** What an agency has instead of a good certificate. */
export type Exception = (typeof EXCEPTIONS)[number];

/** Internal ids of those who have no good one, and why. */
export type Exceptions = Readonly<Record<Exception, readonly string[]>>;

type Certified = Pick<Province, 'certificates'>;

const EXCEPTIONS = ['none', 'expired', 'foreign'] as const;

/** @param agency internal id */
export const holdingOf = ({ certificates }: Certified, agency: string): Holding =>
  exceptionOf(certificates.organisations, agency) ?? 'valid';

export const exceptionOf = (exceptions: Exceptions, agency: string): Exception | undefined =>
  EXCEPTIONS.find((exception) => exceptions[exception].includes(agency));

/** Whether a certificate that is good otherwise holds at that time. */
export const isInForce = ({ certificates: { from, to } }: Certified, at: Instant): boolean => {
  const day = localDate(at);
  return from <= day && day <= to;
};

/** Whether what the agency signs at that time is believed. */
export const signsSoundly = (province: Certified, agency: string, at: Instant): boolean =>
  holdingOf(province, agency) === 'valid' && isInForce(province, at);
