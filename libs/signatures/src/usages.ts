import { type Holder } from './signature.js';

/**
 * How a certificate says whose it is: by its extended key usage.
 *
 * These are the test authority's own, under the arc that RFC 5612 keeps for examples. Uncertain: what the official
 * authority (Ban Cơ yếu Chính phủ) writes. With its certificates at hand, change these two lines.
 */
export const HOLDER_USAGES: Readonly<Record<Holder, string>> = {
  organisation: '1.3.6.1.4.1.32473.1',
  person: '1.3.6.1.4.1.32473.2',
};

/** The attribute of the subject that bears the agency code, in both kinds: organizationIdentifier (ITU-T X.520). */
export const AGENCY_CODE = { objectIdentifier: '2.5.4.97', name: 'organizationIdentifier' };
