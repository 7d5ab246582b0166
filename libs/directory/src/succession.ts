/** An agency that gets what was addressed to a closed one, for a territory or a field of work or in any case. */
export interface Succession {
  /** Internal id. */
  readonly successor: string;
  readonly territory?: string;
  readonly field?: string;
  /** Takes what no other entry of the list fits. */
  readonly isDefault: boolean;
  /** Where it is written; empty when it is assumed. */
  readonly source: string;
}

/** What a sender said that tells one successor from another. */
export interface Particulars {
  readonly territory?: string;
  readonly field?: string;
}

export type SuccessorChoice =
  | { readonly kind: 'one'; readonly chosen: Succession }
  | { readonly kind: 'unknown' | 'ambiguous' };

/**
 * One entry that fits, or else the one default: never a guess. An entry that asks for a territory or a field does not
 * fit where the sender named none.
 */
export const chooseSuccessor = (
  entries: readonly Succession[],
  particulars: Particulars,
): SuccessorChoice => {
  const fitting = entries.filter((entry) => !entry.isDefault && fits(entry, particulars));
  const candidates = fitting.length === 1 ? fitting : entries.filter(({ isDefault }) => isDefault);
  const [chosen, ...others] = candidates;
  if (chosen !== undefined && others.length === 0) return { kind: 'one', chosen };
  return { kind: fitting.length === 0 && chosen === undefined ? 'unknown' : 'ambiguous' };
};

const fits = (entry: Succession, { territory, field }: Particulars): boolean =>
  (entry.territory === undefined || entry.territory === territory) &&
  (entry.field === undefined || entry.field === field);
