import { type Decider, type Instant } from '@lienthong/kernel';
import { GatewayServesAgencies, SystemDiffers, SystemUnknown } from './system.errors.js';

export type SystemKind = 'eoffice' | 'one-stop' | 'portal' | 'gateway' | 'kit';

/** A connected system: it authenticates with a key and speaks for the agencies that it serves. */
export type System =
  | { readonly status: 'unconnected' }
  | {
      readonly status: 'connected';
      readonly kind: SystemKind;
      readonly name: string;
      /** Internal ids of agencies inside, sorted; a gateway brings what others outside send, and serves none. */
      readonly agencies: readonly string[];
      /** SHA-256 of each key that opens the door, hexadecimal. */
      readonly keys: readonly string[];
    };

export interface ConnectSystem {
  readonly type: 'ConnectSystem';
  readonly kind: SystemKind;
  readonly name: string;
  readonly agencies: readonly string[];
  readonly at: Instant;
}

export interface IssueSystemKey {
  readonly type: 'IssueSystemKey';
  /** SHA-256 of the key, hexadecimal; the key itself is seen once, by whom it was made for. */
  readonly keyDigest: string;
  readonly at: Instant;
}

export type SystemCommand = ConnectSystem | IssueSystemKey;

export type SystemEvent =
  | (Omit<ConnectSystem, 'type'> & { readonly type: 'SystemConnected' })
  | (Omit<IssueSystemKey, 'type'> & { readonly type: 'SystemKeyIssued' });

const decide = (command: SystemCommand, state: System): readonly SystemEvent[] => {
  switch (command.type) {
    case 'ConnectSystem':
      return connect(command, state);
    case 'IssueSystemKey':
      if (state.status === 'unconnected') throw new SystemUnknown();
      return state.keys.includes(command.keyDigest)
        ? []
        : [{ type: 'SystemKeyIssued', keyDigest: command.keyDigest, at: command.at }];
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

const evolve = (state: System, event: SystemEvent): System => {
  if (event.type === 'SystemConnected') {
    const { kind, name, agencies } = event;
    return { status: 'connected', kind, name, agencies, keys: [] };
  }
  if (state.status === 'unconnected') throw new SystemUnknown();
  return { ...state, keys: [...state.keys, event.keyDigest] };
};

export const system: Decider<System, SystemCommand, SystemEvent> = {
  initial: { status: 'unconnected' },
  decide,
  evolve,
};
