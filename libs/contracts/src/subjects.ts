import { InvalidSubject, InvalidToken } from './subjects.errors.js';

/** The kinds of aggregates, as they stand in a subject. */
export const CATEGORIES = [
  'agency',
  'system',
  'document',
  'delivery',
  'parked',
  'packet',
  'member',
] as const;

export type Category = (typeof CATEGORIES)[number];

declare const subjectBrand: unique symbol;

/** `lt.<tenant>.<category>.<id>`: where the events of one aggregate stand in the log. */
export type Subject = string & { readonly [subjectBrand]: true };

export interface SubjectParts {
  readonly tenant: string;
  readonly category: Category;
  /** One token; a delivery's id is two, `<recipient>.<document>`. */
  readonly id: string;
}

const ROOT = 'lt';
const STREAM = 'LT';
const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;

/** @throws {InvalidToken} when a part is not made of 1 to 64 of `A-Z a-z 0-9 _ -` */
export const subjectOf = (tenant: string, category: Category, id: string): Subject => {
  const tokens = id.split('.');
  if (tokens.length !== tokensOf(category)) throw new InvalidToken(id);
  for (const token of [tenant, ...tokens]) requireToken(token);
  return branded([ROOT, tenant, category, id].join('.'));
};

/** @throws {InvalidSubject} when {@link subjectOf} could not have made `text` */
export const parseSubject = (text: string): SubjectParts => {
  const [root, tenant = '', category = '', ...tokens] = text.split('.');
  const wellFormed =
    root === ROOT &&
    isCategory(category) &&
    tokens.length === tokensOf(category) &&
    [tenant, ...tokens].every((token) => TOKEN.test(token));
  if (!wellFormed) throw new InvalidSubject(text);
  return { tenant, category, id: tokens.join('.') };
};

/** The stream that holds the log of `tenant`. */
export const streamOf = (tenant: string): string => `${STREAM}_${requireToken(tenant)}`;

/** Every subject of `tenant`, as a filter. */
export const tenantSubjects = (tenant: string): string => `${ROOT}.${requireToken(tenant)}.>`;

/** Every subject of one category of `tenant`, as a filter. */
export const categorySubjects = (tenant: string, category: Category): string =>
  `${ROOT}.${requireToken(tenant)}.${category}.>`;

const tokensOf = (category: Category): number => (category === 'delivery' ? 2 : 1);

const requireToken = (token: string): string => {
  if (!TOKEN.test(token)) throw new InvalidToken(token);
  return token;
};

const isCategory = (text: string): text is Category =>
  CATEGORIES.some((category) => category === text);

const branded = (text: string): Subject => {
  if (!isSubject(text)) throw new InvalidSubject(text);
  return text;
};

const isSubject = (text: string): text is Subject => text.startsWith(`${ROOT}.`);
