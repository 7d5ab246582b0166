import {
  type AgencyCode,
  type AgencyCommand,
  type AgencyEvent,
  type Placement,
  type Succession,
} from '@lienthong/directory';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import { type Fields, present, text, words } from './wire.js';

const v1 = lienthong.directory.v1;

const realms = words({ inside: v1.Realm.REALM_INSIDE, outside: v1.Realm.REALM_OUTSIDE });

const levels = words({
  central: v1.Level.LEVEL_CENTRAL,
  province: v1.Level.LEVEL_PROVINCE,
  district: v1.Level.LEVEL_DISTRICT,
  commune: v1.Level.LEVEL_COMMUNE,
});

const sectors = words({
  state: v1.Sector.SECTOR_STATE,
  party: v1.Sector.SECTOR_PARTY,
  council: v1.Sector.SECTOR_COUNCIL,
  front: v1.Sector.SECTOR_FRONT,
  'service-unit': v1.Sector.SECTOR_SERVICE_UNIT,
  enterprise: v1.Sector.SECTOR_ENTERPRISE,
});

const codeForms = words({
  qcvn102: v1.CodeForm.CODE_FORM_QCVN102,
  qd20: v1.CodeForm.CODE_FORM_QD20,
});

type WireCode = lienthong.directory.v1.AgencyCode.$Properties;
type WirePlacement = lienthong.directory.v1.Placement.$Properties;
type WireRegistration = Fields<lienthong.directory.v1.AgencyRegistered>;
type Registration = Omit<Extract<AgencyEvent, { type: 'AgencyRegistered' }>, 'type' | 'at'>;

const codeToWire = (code: AgencyCode): WireCode => ({
  ...code,
  form: codeForms.toWire(code.form),
});

const codeFromWire = (wire: WireCode | null | undefined): AgencyCode => {
  const { code, form, from, to } = present(wire, 'code');
  return {
    code: text(code),
    form: codeForms.fromWire(form),
    from: text(from),
    ...(to ? { to } : {}),
  };
};

const placementToWire = (placement: Placement): WirePlacement => ({
  ...placement,
  level: levels.toWire(placement.level),
  sector: sectors.toWire(placement.sector),
});

const placementFromWire = (wire: WirePlacement | null | undefined): Placement => {
  const { level, sector, parent } = present(wire, 'placement');
  return {
    level: levels.fromWire(level),
    sector: sectors.fromWire(sector),
    ...(parent ? { parent } : {}),
  };
};

const registrationToWire = (registration: Registration) => ({
  realm: realms.toWire(registration.realm),
  name: registration.name,
  placement: placementToWire(registration.placement),
  codes: registration.codes.map(codeToWire),
  from: registration.from,
});

const registrationFromWire = (wire: WireRegistration): Registration => ({
  realm: realms.fromWire(wire.realm),
  name: wire.name,
  placement: placementFromWire(wire.placement),
  codes: wire.codes.map(codeFromWire),
  from: wire.from,
});

type WireSuccession = lienthong.directory.v1.Succession.$Properties;

const successionFromWire = (wire: WireSuccession): Succession => ({
  successor: text(wire.successor),
  ...(wire.territory ? { territory: wire.territory } : {}),
  ...(wire.field ? { field: wire.field } : {}),
  isDefault: wire.isDefault ?? false,
  source: text(wire.source),
});

const encodeEvent = (event: AgencyEvent): Uint8Array => {
  switch (event.type) {
    case 'AgencyRegistered':
      return v1.AgencyRegistered.encode(registrationToWire(event)).finish();
    case 'AgencyCodeAssigned':
      return v1.AgencyCodeAssigned.encode({ code: codeToWire(event.code) }).finish();
    case 'AgencyRenamed':
      return v1.AgencyRenamed.encode(event).finish();
    case 'AgencyMoved': {
      const placement = placementToWire(event.placement);
      return v1.AgencyMoved.encode({ placement, from: event.from }).finish();
    }
    case 'SuccessorsNamed':
      return v1.SuccessorsNamed.encode({ ...event, successors: [...event.successors] }).finish();
    case 'AgencyClosed':
      return v1.AgencyClosed.encode(event).finish();
  }
};

const encodeCommand = (command: AgencyCommand): Uint8Array => {
  switch (command.type) {
    case 'RegisterAgency':
      return v1.RegisterAgency.encode(registrationToWire(command)).finish();
    case 'AssignAgencyCode':
      return v1.AssignAgencyCode.encode({ code: codeToWire(command.code) }).finish();
    case 'RenameAgency':
      return v1.RenameAgency.encode(command).finish();
    case 'MoveAgency': {
      const placement = placementToWire(command.placement);
      return v1.MoveAgency.encode({ placement, from: command.from }).finish();
    }
    case 'NameSuccessors':
      return v1.NameSuccessors.encode({ ...command, successors: [...command.successors] }).finish();
    case 'CloseAgency':
      return v1.CloseAgency.encode(command).finish();
  }
};

export const agencyEvents: EventCodec<AgencyEvent> = createCodec<AgencyEvent>({
  category: 'agency',
  context: 'directory',
  encode: encodeEvent,
  decoders: {
    AgencyRegistered: (data, at) => {
      const registration = registrationFromWire(v1.AgencyRegistered.decode(data));
      return { type: 'AgencyRegistered', ...registration, at };
    },
    AgencyCodeAssigned: (data, at) => {
      const code = codeFromWire(v1.AgencyCodeAssigned.decode(data).code);
      return { type: 'AgencyCodeAssigned', code, at };
    },
    AgencyRenamed: (data, at) => {
      const { name, from } = v1.AgencyRenamed.decode(data);
      return { type: 'AgencyRenamed', name, from, at };
    },
    AgencyMoved: (data, at) => {
      const { placement, from } = v1.AgencyMoved.decode(data);
      return { type: 'AgencyMoved', placement: placementFromWire(placement), from, at };
    },
    SuccessorsNamed: (data, at) => {
      const { successors, from } = v1.SuccessorsNamed.decode(data);
      return { type: 'SuccessorsNamed', successors: successors.map(successionFromWire), from, at };
    },
    AgencyClosed: (data, at) => ({ type: 'AgencyClosed', on: v1.AgencyClosed.decode(data).on, at }),
  },
});

export const agencyCommands: CommandCodec<AgencyCommand> = createCodec<AgencyCommand>({
  category: 'agency',
  context: 'directory',
  encode: encodeCommand,
  decoders: {
    RegisterAgency: (data, at) => {
      const registration = registrationFromWire(v1.RegisterAgency.decode(data));
      return { type: 'RegisterAgency', ...registration, at };
    },
    AssignAgencyCode: (data, at) => {
      const code = codeFromWire(v1.AssignAgencyCode.decode(data).code);
      return { type: 'AssignAgencyCode', code, at };
    },
    RenameAgency: (data, at) => {
      const { name, from } = v1.RenameAgency.decode(data);
      return { type: 'RenameAgency', name, from, at };
    },
    MoveAgency: (data, at) => {
      const { placement, from } = v1.MoveAgency.decode(data);
      return { type: 'MoveAgency', placement: placementFromWire(placement), from, at };
    },
    NameSuccessors: (data, at) => {
      const { successors, from } = v1.NameSuccessors.decode(data);
      return { type: 'NameSuccessors', successors: successors.map(successionFromWire), from, at };
    },
    CloseAgency: (data, at) => ({ type: 'CloseAgency', on: v1.CloseAgency.decode(data).on, at }),
  },
});
