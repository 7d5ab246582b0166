import { InvalidSubject, InvalidToken } from './subjects.errors.js';

/** The kinds of aggregates, as they stand in a subject. */
export const CATEGORIES = [
  'agency',
  'group',
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
const TOKEN_PATTERN = '[A-Za-z0-9_-]{1,64}';
const TOKEN = new RegExp(`^${TOKEN_PATTERN}$`);

const idPattern = (category: Category): string =>
  category === 'delivery' ? `${TOKEN_PATTERN}\\.${TOKEN_PATTERN}` : TOKEN_PATTERN;

const SUBJECT = new RegExp(
  `^${ROOT}\\.${TOKEN_PATTERN}\\.(?:${CATEGORIES.map(
    (category) => `${category}\\.${idPattern(category)}`,
  ).join('|')})$`,
);

/** @throws {InvalidToken} when a part is not made of 1 to 64 of `A-Z a-z 0-9 _ -` */
export const subjectOf = (tenant: string, category: Category, id: string): Subject => {
  const subject = `${ROOT}.${requireToken(tenant)}.${category}.${id}`;
  if (!isSubject(subject)) throw new InvalidToken(id);
  return subject;
};

/** @throws {InvalidSubject} when {@link subjectOf} could not have made `text` */
export const parseSubject = (text: string): SubjectParts & { readonly subject: Subject } => {
  const [, tenant = '', category = '', ...tokens] = text.split('.');
  if (!isSubject(text) || !isCategory(category)) throw new InvalidSubject(text);
  return { subject: text, tenant, category, id: tokens.join('.') };
};

/** The stream that holds the log of `tenant`. */
export const streamOf = (tenant: string): string => `${STREAM}_${requireToken(tenant)}`;

/** Every subject of `tenant`, as a filter. */
export const tenantSubjects = (tenant: string): string => `${ROOT}.${requireToken(tenant)}.>`;

/** Every subject of one category of `tenant`, as a filter. */
export const categorySubjects = (tenant: string, category: Category): string =>
  `${ROOT}.${requireToken(tenant)}.${category}.>`;

const requireToken = (token: string): string => {
  if (!TOKEN.test(token)) throw new InvalidToken(token);
  return token;
};

const isSubject = (text: string): text is Subject => SUBJECT.test(text);

const isCategory = (text: string): text is Category =>
  CATEGORIES.some((category) => category === text);
