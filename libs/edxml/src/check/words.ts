/** One meaning in the two languages of the people who read it. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** What a rule finds, and what to do about it. */
export interface RuleWords {
  readonly what: Words;
  readonly fix: Words;
}

/** In Vietnamese, then in English: what it is, then what to do. */
export const ruleWords = (
  ...[vi, en, fixVi, fixEn]: readonly [string, string, string, string]
): RuleWords => ({
  what: { vi, en },
  fix: { vi: fixVi, en: fixEn },
});
