import type { Json } from '@lienthong/kernel';
import { trimmed } from './xml/characters.js';

/** `value` without what a packet cannot tell apart from nothing: white space at the ends, empty texts, lists and groups. */
export const meaningOf = (value: unknown): Json | undefined => {
  if (typeof value === 'string') return trimmed(value) || undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return meaningOfList(value);
  if (typeof value === 'object' && value !== null) return meaningOfGroup(value);
  return undefined;
};

/** `group`, unless all of it is absent. */
export const unlessSilent = <Group extends object>(group: Group): Group | undefined =>
  meaningOf(group) === undefined ? undefined : group;

const meaningOfList = (list: readonly unknown[]): Json | undefined => {
  const items = list.map(meaningOf).filter((item) => item !== undefined);
  return items.length === 0 ? undefined : items;
};

const meaningOfGroup = (group: object): Json | undefined => {
  const members = Object.entries(group).flatMap(([key, value]: [string, unknown]) => {
    const meaning = meaningOf(value);
    return meaning === undefined ? [] : [[key, meaning] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
};
