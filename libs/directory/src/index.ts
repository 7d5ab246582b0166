export {
  agency,
  type Agency,
  type AgencyCode,
  type AgencyCommand,
  type AgencyEvent,
  type CodeForm,
  type Level,
  type NameSuccessors,
  type Placement,
  type Realm,
  type RegisterAgency,
  type Sector,
} from './agency.js';
export { AgencyAlreadyClosed, AgencyDiffers, AgencyUnknown, CodeInUse } from './agency.errors.js';
export {
  type AgencyView,
  Directory,
  type KnownAgency,
  systemKeyId,
  type SystemKeyView,
  type SystemView,
} from './directory.js';
export {
  type DefineGroup,
  group,
  type Group,
  type GroupCommand,
  type GroupEvent,
  type GroupVersion,
} from './group.js';
export {
  chooseSuccessor,
  type Particulars,
  type Succession,
  type SuccessorChoice,
} from './succession.js';
export {
  type ConnectSystem,
  hasExpired,
  type IssueSystemKey,
  type RevokeSystemKey,
  type RotateSystemKey,
  system,
  type System,
  type SystemCommand,
  type SystemEvent,
  type SystemKey,
  type SystemKind,
} from './system.js';
export {
  GatewayServesAgencies,
  SystemDiffers,
  SystemKeyRevoked,
  SystemKeyUnknown,
  SystemUnknown,
} from './system.errors.js';
