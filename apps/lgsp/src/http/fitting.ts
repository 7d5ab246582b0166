import { type ClassConstructor } from 'class-transformer';

/** Whether a value is one of a field's. Says no when in doubt: the full validation then has the word. */
export type Fit = (value: unknown) => boolean;

/** By request class. */
const known = new WeakMap<object, Map<string, Fit>>();

/** Beside a property's own rules: when a value of it is beyond doubt. */
export const Fits =
  (fit: Fit): PropertyDecorator =>
  (prototype, name) => {
    const fields = known.get(prototype.constructor) ?? new Map<string, Fit>();
    fields.set(String(name), fit);
    known.set(prototype.constructor, fields);
  };

/**
 * Whether the value is beyond doubt what its request class asks for.
 *
 * Nearly all that comes is. Seeing it takes a small part of the time of a full validation, which can tell what is wrong.
 *
 * @param value out of JSON
 */
export const fits = <T extends object>(type: ClassConstructor<T>, value: unknown): value is T => {
  const fields = known.get(type);
  if (fields === undefined || !isObject(value)) return false;
  for (const name of Object.keys(value)) if (!fields.has(name)) return false;
  for (const [name, fit] of fields) if (!fit(value[name])) return false;
  return true;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
