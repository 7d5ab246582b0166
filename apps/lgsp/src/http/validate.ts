import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { fits } from './fitting.js';
import { type FieldFault, InvalidField, UnknownField } from './http.errors.js';

/**
 * The value as its request class describes it, every field checked and none unknown.
 *
 * @param value out of JSON, nested no deeper than the call stack bears
 * @throws {UnknownField} naming each field that the class does not have
 * @throws {InvalidField} naming each field that is missing or not of its kind
 */
export const validated = <T extends object>(type: ClassConstructor<T>, value: unknown): T =>
  fits(type, value) ? value : fullyValidated(type, value);

const fullyValidated = <T extends object>(type: ClassConstructor<T>, value: unknown): T => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidField([{ pointer: '', message: 'must be an object' }]);
  }
  const inherited = inheritedNames(value, '');
  if (inherited.length > 0) throw new UnknownField(inherited);
  const instance = plainToInstance(type, value);
  const faults = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  }).flatMap((error) => faultsOf(error, ''));
  const unknown = faults.filter((fault) => fault.unknown).map(plain);
  if (unknown.length > 0) throw new UnknownField(unknown);
  if (faults.length > 0) throw new InvalidField(faults.map(plain));
  return instance;
};

/** Names such as `__proto__` and `constructor`, which no class declares and class-transformer passes over or obeys. */
const inheritedNames = (value: unknown, above: string): readonly FieldFault[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const pointer = below(above, name);
    const own = Reflect.has(Object.prototype, name)
      ? [{ pointer, message: `property ${name} should not exist` }]
      : [];
    return [...own, ...inheritedNames(member, pointer)];
  });
};

type Fault = FieldFault & { readonly unknown: boolean };

const faultsOf = (error: ValidationError, above: string): readonly Fault[] => {
  const pointer = below(above, error.property);
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    pointer,
    message,
    unknown: constraint === 'whitelistValidation',
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
};

const below = (above: string, name: string): string =>
  `${above}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const plain = ({ pointer, message }: Fault): FieldFault => ({ pointer, message });
