import { type AgencyView } from '@lienthong/directory';

/** Own province and others are told apart; the centre is one, wherever its agencies stand. */
export const levelCell = (agency: AgencyView | undefined): string => {
  if (agency === undefined) return 'unknown';
  const { level } = agency.placement;
  return level === 'central' || agency.realm === 'inside' ? level : `${level}@other`;
};
