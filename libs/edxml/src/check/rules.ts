import { DEVIATIONS, type DeviationId } from './deviations.catalogue.js';
import { REFUSALS, type RefusalId } from './refusals.catalogue.js';
import type { RuleWords } from './words.js';

/** Stable names: of why a packet is refused, or of what is read although it deviates from the profile. */
export type CheckRule = DeviationId | RefusalId;

/** Every rule, in the order of docs/edxml.md. */
export const RULES: Readonly<Record<CheckRule, RuleWords>> = { ...REFUSALS, ...DEVIATIONS };

/** Whether a packet that breaks the rule is not taken. */
export const isRefusal = (rule: string): rule is RefusalId => Object.hasOwn(REFUSALS, rule);
