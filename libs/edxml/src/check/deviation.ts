import type { Position } from '../packet.errors.js';
import type { XmlElement } from '../xml/element.js';
import type { CheckRule } from './rules.js';

/** A place where a packet is not as the profile of docs/edxml.md has it. */
export interface Deviation extends Position {
  readonly rule: CheckRule;
  /** Element names from the root, joined by `/`; '' for the file as a whole. */
  readonly path: string;
  /** What stands there, shortened; absent where nothing does, or nothing short. */
  readonly found?: string;
}

const LONGEST = 60;

export const deviation = (rule: CheckRule, element: XmlElement, found?: string): Deviation => ({
  ...element.position,
  rule,
  path: element.path,
  ...(found === undefined ? {} : { found: found.slice(0, LONGEST) }),
});

/** That `whole` lacks the part called `name`. */
export const lacking = (rule: CheckRule, whole: XmlElement, name: string): Deviation => ({
  ...whole.position,
  rule,
  path: `${whole.path}/${name}`,
});
