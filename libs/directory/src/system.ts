import { type Decider, type Instant, isCarriedOut, type RequestMark } from '@lienthong/kernel';
import {
  GatewayServesAgencies,
  SystemDiffers,
  SystemKeyRevoked,
  SystemKeyUnknown,
  SystemUnknown,
} from './system.errors.js';

export type SystemKind = 'eoffice' | 'one-stop' | 'portal' | 'gateway' | 'kit';

/** A key that opens the door for a system, until it expires or is revoked. */
export interface SystemKey {
  /** SHA-256 of the key, hexadecimal. */
  readonly digest: string;
  readonly issuedAt: Instant;
  /** By the real clock, whatever time the tenant lives in; absent: until it is revoked. */
  readonly validUntil?: Instant;
  readonly revokedAt?: Instant;
  /** What asked for the key. */
  readonly request?: RequestMark;
}

/** @param now by the real clock */
export const hasExpired = ({ validUntil }: Pick<SystemKey, 'validUntil'>, now: Instant): boolean =>
  validUntil !== undefined && validUntil <= now;

/** A connected system: it authenticates with a key and speaks for the agencies that it serves. */
export type System =
  | { readonly status: 'unconnected' }
  | {
      readonly status: 'connected';
      readonly kind: SystemKind;
      readonly name: string;
      /** Internal ids of agencies inside, sorted; a gateway brings what others outside send, and serves none. */
      readonly agencies: readonly string[];
      /** Every one that was ever issued, oldest first. */
      readonly keys: readonly SystemKey[];
    };

export interface ConnectSystem {
  readonly type: 'ConnectSystem';
  readonly kind: SystemKind;
  readonly name: string;
  readonly agencies: readonly string[];
  readonly at: Instant;
}

interface NewKey {
  /** SHA-256 of the key, hexadecimal; the key itself is seen once, by whom it was made for. */
  readonly keyDigest: string;
  /** By the real clock. */
  readonly validUntil?: Instant;
  readonly request?: RequestMark;
  readonly at: Instant;
}

export interface IssueSystemKey extends NewKey {
  readonly type: 'IssueSystemKey';
}

/** A new key in the place of an old one, which opens the door for a while yet. */
export interface RotateSystemKey extends NewKey {
  readonly type: 'RotateSystemKey';
  /** SHA-256 of the old key. */
  readonly replaced: string;
  /** By the real clock: the last moment of the old key, unless it had an earlier one. */
  readonly replacedUntil: Instant;
}

export interface RevokeSystemKey {
  readonly type: 'RevokeSystemKey';
  readonly keyDigest: string;
  readonly at: Instant;
}

export type SystemCommand = ConnectSystem | IssueSystemKey | RotateSystemKey | RevokeSystemKey;

export type SystemEvent =
  | (Omit<ConnectSystem, 'type'> & { readonly type: 'SystemConnected' })
  | (Omit<IssueSystemKey, 'type'> & { readonly type: 'SystemKeyIssued' })
  | (Omit<RotateSystemKey, 'type'> & { readonly type: 'SystemKeyRotated' })
  | (Omit<RevokeSystemKey, 'type'> & { readonly type: 'SystemKeyRevoked' });

type Connected = Extract<System, { status: 'connected' }>;

const decide = (command: SystemCommand, state: System): readonly SystemEvent[] => {
  if (command.type === 'ConnectSystem') return connect(command, state);
  if (state.status === 'unconnected') throw new SystemUnknown();
  switch (command.type) {
    case 'IssueSystemKey':
      return isIssued(command, state) ? [] : [{ ...command, type: 'SystemKeyIssued' }];
    case 'RotateSystemKey':
      return isIssued(command, state) ? [] : [rotated(command, state)];
    case 'RevokeSystemKey':
      return keyOf(command.keyDigest, state).revokedAt === undefined
        ? [{ ...command, type: 'SystemKeyRevoked' }]
        : [];
  }
};

const connect = (command: ConnectSystem, state: System): readonly SystemEvent[] => {
  const { kind, name, at } = command;
  const agencies = [...new Set(command.agencies)].sort();
  if (kind === 'gateway' && agencies.length > 0) throw new GatewayServesAgencies();
  if (state.status === 'unconnected')
    return [{ type: 'SystemConnected', kind, name, agencies, at }];
  const repeated =
    state.kind === kind && state.name === name && state.agencies.join() === agencies.join();
  if (!repeated) throw new SystemDiffers();
  return [];
};

const isIssued = ({ keyDigest, request }: NewKey, { keys }: Connected): boolean =>
  isCarriedOut(
    request,
    keys.map((key) => key.request),
  ) || keys.some(({ digest }) => digest === keyDigest);

const rotated = (command: RotateSystemKey, state: Connected): SystemEvent => {
  const { replaced, replacedUntil } = command;
  const { revokedAt, validUntil = replacedUntil } = keyOf(replaced, state);
  if (revokedAt !== undefined) throw new SystemKeyRevoked();
  return {
    ...command,
    type: 'SystemKeyRotated',
    replacedUntil: Math.min(replacedUntil, validUntil),
  };
};

const keyOf = (digest: string, { keys }: Connected): SystemKey => {
  const key = keys.find((known) => known.digest === digest);
  if (key === undefined) throw new SystemKeyUnknown();
  return key;
};

const evolve = (state: System, event: SystemEvent): System => {
  if (event.type === 'SystemConnected') {
    const { kind, name, agencies } = event;
    return { status: 'connected', kind, name, agencies, keys: [] };
  }
  if (state.status === 'unconnected') throw new SystemUnknown();
  return { ...state, keys: keysAfter(event, state.keys) };
};

const keysAfter = (
  event: Exclude<SystemEvent, { type: 'SystemConnected' }>,
  keys: readonly SystemKey[],
): readonly SystemKey[] => {
  switch (event.type) {
    case 'SystemKeyIssued':
      return [...keys, newKey(event)];
    case 'SystemKeyRotated': {
      const { replaced, replacedUntil: validUntil } = event;
      const others = keys.map((key) => (key.digest === replaced ? { ...key, validUntil } : key));
      return [...others, newKey(event)];
    }
    case 'SystemKeyRevoked': {
      const { keyDigest, at: revokedAt } = event;
      return keys.map((key) => (key.digest === keyDigest ? { ...key, revokedAt } : key));
    }
  }
};

const newKey = ({ keyDigest: digest, validUntil, request, at: issuedAt }: NewKey): SystemKey => ({
  digest,
  issuedAt,
  ...(validUntil === undefined ? {} : { validUntil }),
  ...(request === undefined ? {} : { request }),
});

export const system: Decider<System, SystemCommand, SystemEvent> = {
  initial: { status: 'unconnected' },
  decide,
  evolve,
};
