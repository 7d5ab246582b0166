import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type FieldFault, InvalidField, UnknownField } from './http.errors.js';

/**
 * The value as an instance of its request class, every field checked and none unknown.
 *
 * @throws {UnknownField} naming each field that the class does not have
 * @throws {InvalidField} naming each field that is missing or not of its kind
 */
export const validated = <T extends object>(type: ClassConstructor<T>, value: unknown): T => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidField([{ pointer: '', message: 'must be an object' }]);
  }
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

type Fault = FieldFault & { readonly unknown: boolean };

const faultsOf = (error: ValidationError, above: string): readonly Fault[] => {
  const pointer = `${above}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    pointer,
    message,
    unknown: constraint === 'whitelistValidation',
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
};

const plain = ({ pointer, message }: Fault): FieldFault => ({ pointer, message });
