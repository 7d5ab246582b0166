import { canonicalJson, type Decider, type Instant, type LocalDate } from '@lienthong/kernel';
import { AgencyAlreadyClosed, AgencyDiffers, AgencyUnknown } from './agency.errors.js';
import { type Succession } from './succession.js';

/** The tier of government that an agency works at; dated directory data, never read off a code. */
export type Level = 'central' | 'province' | 'district' | 'commune';

export type Sector = 'state' | 'party' | 'council' | 'front' | 'service-unit' | 'enterprise';

/** `inside`: of this tenant; `outside`: known from the national document axis. */
export type Realm = 'inside' | 'outside';

/** QCVN 102:2016 (`000.00.13.H53`) or QĐ 20/2020/QĐ-TTg (`H53.13`). */
export type CodeForm = 'qcvn102' | 'qd20';

export interface AgencyCode {
  readonly code: string;
  readonly form: CodeForm;
  /** First day on which the code holds. */
  readonly from: LocalDate;
  /** Last day on which the code holds; open when absent. */
  readonly to?: LocalDate;
}

/** Where an agency stands in the tree, from a day on. */
export interface Placement {
  readonly level: Level;
  readonly sector: Sector;
  /** Internal id of the agency above; absent at the top. */
  readonly parent?: string;
}

export type Dated<T> = T & { readonly from: LocalDate };

export type Agency =
  | { readonly status: 'unregistered' }
  | RegisteredAgency
  | (Omit<RegisteredAgency, 'status'> & {
      readonly status: 'closed';
      readonly closedOn: LocalDate;
    });

export interface RegisteredAgency {
  readonly status: 'registered';
  readonly realm: Realm;
  readonly names: readonly Dated<{ readonly name: string }>[];
  readonly placements: readonly Dated<Placement>[];
  /** All that was ever said, in order; {@link codesInForce} tells what holds. */
  readonly codes: readonly AgencyCode[];
  /** Who gets what is addressed to it when it is closed, from a day on. */
  readonly successions: readonly Dated<{ readonly successors: readonly Succession[] }>[];
}

export interface NameSuccessors {
  readonly type: 'NameSuccessors';
  readonly successors: readonly Succession[];
  readonly from: LocalDate;
  readonly at: Instant;
}

export interface RegisterAgency {
  readonly type: 'RegisterAgency';
  readonly realm: Realm;
  readonly name: string;
  readonly placement: Placement;
  readonly codes: readonly AgencyCode[];
  /** The day from which all of this holds. */
  readonly from: LocalDate;
  readonly at: Instant;
}

export type AgencyCommand =
  | RegisterAgency
  | { readonly type: 'AssignAgencyCode'; readonly code: AgencyCode; readonly at: Instant }
  | {
      readonly type: 'RenameAgency';
      readonly name: string;
      readonly from: LocalDate;
      readonly at: Instant;
    }
  | {
      readonly type: 'MoveAgency';
      readonly placement: Placement;
      readonly from: LocalDate;
      readonly at: Instant;
    }
  | NameSuccessors
  | { readonly type: 'CloseAgency'; readonly on: LocalDate; readonly at: Instant };

export type AgencyEvent =
  | (Omit<RegisterAgency, 'type'> & { readonly type: 'AgencyRegistered' })
  | { readonly type: 'AgencyCodeAssigned'; readonly code: AgencyCode; readonly at: Instant }
  | {
      readonly type: 'AgencyRenamed';
      readonly name: string;
      readonly from: LocalDate;
      readonly at: Instant;
    }
  | {
      readonly type: 'AgencyMoved';
      readonly placement: Placement;
      readonly from: LocalDate;
      readonly at: Instant;
    }
  | (Omit<NameSuccessors, 'type'> & { readonly type: 'SuccessorsNamed' })
  | { readonly type: 'AgencyClosed'; readonly on: LocalDate; readonly at: Instant };

const decide = (command: AgencyCommand, state: Agency): readonly AgencyEvent[] => {
  if (command.type === 'RegisterAgency') return register(command, state);
  const agency = existing(state);
  switch (command.type) {
    case 'AssignAgencyCode': {
      const said = codesInForce(agency.codes).some((known) => sameCode(known, command.code));
      return unless(said, { ...command, type: 'AgencyCodeAssigned' });
    }
    case 'RenameAgency': {
      const said = lastFrom(command.from, agency.names)?.name === command.name;
      return unless(said, { ...command, type: 'AgencyRenamed' });
    }
    case 'MoveAgency': {
      const said = samePlacement(lastFrom(command.from, agency.placements), command.placement);
      return unless(said, { ...command, type: 'AgencyMoved' });
    }
    case 'NameSuccessors': {
      const said = lastFrom(command.from, agency.successions)?.successors;
      const repeated = said !== undefined && sameSuccessors(said, command.successors);
      return unless(repeated, { ...command, type: 'SuccessorsNamed' });
    }
    case 'CloseAgency':
      return close(command.on, command.at, agency);
  }
};

const unless = (said: boolean, event: AgencyEvent): readonly AgencyEvent[] => (said ? [] : [event]);

const register = (command: RegisterAgency, state: Agency): readonly AgencyEvent[] => {
  if (state.status === 'unregistered') return [{ ...command, type: 'AgencyRegistered' }];
  const first = state.placements[0];
  const repeated =
    state.realm === command.realm &&
    state.names[0]?.name === command.name &&
    first?.from === command.from &&
    samePlacement(first, command.placement) &&
    command.codes.every((code) => state.codes.some((known) => sameCode(known, code)));
  if (!repeated) throw new AgencyDiffers();
  return [];
};

const close = (
  on: LocalDate,
  at: Instant,
  agency: Exclude<Agency, { status: 'unregistered' }>,
): readonly AgencyEvent[] => {
  if (agency.status === 'registered') return [{ type: 'AgencyClosed', on, at }];
  if (agency.closedOn !== on) throw new AgencyAlreadyClosed(agency.closedOn);
  return [];
};

const existing = (state: Agency): Exclude<Agency, { status: 'unregistered' }> => {
  if (state.status === 'unregistered') throw new AgencyUnknown();
  return state;
};

/** What was said last of a day. */
const lastFrom = <T extends { readonly from: LocalDate }>(
  from: LocalDate,
  list: readonly T[],
): T | undefined => list.findLast((known) => known.from === from);

/** The same code, form and first day said again, as when its last day becomes known, replaces what was said before. */
export const codesInForce = (codes: readonly AgencyCode[]): readonly AgencyCode[] => [
  ...new Map(codes.map((code) => [[code.code, code.form, code.from].join(), code])).values(),
];

const sameCode = (a: AgencyCode, b: AgencyCode): boolean =>
  a.code === b.code && a.form === b.form && a.from === b.from && a.to === b.to;

const samePlacement = (a: Placement | undefined, b: Placement): boolean =>
  a?.level === b.level && a.sector === b.sector && a.parent === b.parent;

const sameSuccessors = (a: readonly Succession[], b: readonly Succession[]): boolean => {
  const [said, again] = [a, b].map((list) => canonicalJson(list.map((entry) => ({ ...entry }))));
  return said === again;
};

const evolve = (state: Agency, event: AgencyEvent): Agency => {
  if (event.type === 'AgencyRegistered') {
    const { realm, name, placement, codes, from } = event;
    const names = [{ name, from }];
    const placements = [{ ...placement, from }];
    return { status: 'registered', realm, names, placements, codes, successions: [] };
  }
  const agency = existing(state);
  switch (event.type) {
    case 'AgencyCodeAssigned':
      return { ...agency, codes: [...agency.codes, event.code] };
    case 'AgencyRenamed':
      return { ...agency, names: [...agency.names, { name: event.name, from: event.from }] };
    case 'AgencyMoved':
      return {
        ...agency,
        placements: [...agency.placements, { ...event.placement, from: event.from }],
      };
    case 'SuccessorsNamed': {
      const { successors, from } = event;
      return { ...agency, successions: [...agency.successions, { successors, from }] };
    }
    case 'AgencyClosed':
      return { ...agency, status: 'closed', closedOn: event.on };
  }
};

export const agency: Decider<Agency, AgencyCommand, AgencyEvent> = {
  initial: { status: 'unregistered' },
  decide,
  evolve,
};
