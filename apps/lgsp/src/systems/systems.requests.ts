import { TextField, TextListField, TimeField, WordField } from '../http/fields.js';

const ID = /^[A-Za-z0-9_-]{1,48}$/;
const KEY_ID = /^[0-9a-f]{16}$/;
const KINDS = ['eoffice', 'one-stop', 'portal', 'gateway', 'kit'] as const;

export class SystemRequest {
  @TextField({ max: 48, pattern: ID })
  readonly id!: string;

  @WordField(KINDS)
  readonly kind!: (typeof KINDS)[number];

  @TextField({ max: 300 })
  readonly name!: string;

  @TextListField({ max: 5000, description: 'Agencies that it speaks for: internal ids or codes' })
  readonly agencies!: string[];
}

export class KeyRequest {
  @TimeField({
    optional: true,
    description: 'When the key ends, by the real clock; without it, when it is revoked',
  })
  readonly validUntil?: string;
}

export class RotationRequest extends KeyRequest {
  @TimeField({ description: 'How long the old key still opens the door, by the real clock' })
  readonly oldValidUntil!: string;

  @TextField({
    max: 16,
    pattern: KEY_ID,
    optional: true,
    description: 'The old key; the one that the request bears unless told',
  })
  readonly keyId?: string;
}
