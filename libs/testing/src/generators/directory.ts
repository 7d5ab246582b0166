import fc from 'fast-check';
import {
  type AgencyCode,
  type AgencyCommand,
  type GroupCommand,
  type Placement,
  type Succession,
  type SystemCommand,
} from '@lienthong/directory';
import { record, someDay, someDigest, someId, someInstant, someText } from './values.js';

const code: fc.Arbitrary<AgencyCode> = fc.record(
  {
    code: fc.constantFrom('000.00.13.H39', 'H39.13'),
    form: fc.constantFrom('qcvn102', 'qd20'),
    from: someDay,
    to: someDay,
  },
  { requiredKeys: ['code', 'form', 'from'], noNullPrototype: true },
);

const placement: fc.Arbitrary<Placement> = fc.record(
  {
    level: fc.constantFrom('central', 'province', 'district', 'commune'),
    sector: fc.constantFrom('state', 'party', 'council', 'front', 'service-unit', 'enterprise'),
    parent: someId,
  },
  { requiredKeys: ['level', 'sector'], noNullPrototype: true },
);

const succession: fc.Arbitrary<Succession> = fc.record(
  {
    successor: someId,
    territory: someId,
    field: someId,
    isDefault: fc.boolean(),
    source: someText,
  },
  { requiredKeys: ['successor', 'isDefault', 'source'], noNullPrototype: true },
);

/** Commands to one agency. */
export const agencyCommand: fc.Arbitrary<AgencyCommand> = fc.oneof(
  record({
    type: fc.constant('RegisterAgency'),
    realm: fc.constantFrom('inside', 'outside'),
    name: someText,
    placement,
    codes: fc.array(code, { maxLength: 2 }),
    from: someDay,
    at: someInstant,
  }),
  record({ type: fc.constant('AssignAgencyCode'), code, at: someInstant }),
  record({ type: fc.constant('RenameAgency'), name: someText, from: someDay, at: someInstant }),
  record({ type: fc.constant('MoveAgency'), placement, from: someDay, at: someInstant }),
  record({
    type: fc.constant('NameSuccessors'),
    successors: fc.array(succession, { maxLength: 2 }),
    from: someDay,
    at: someInstant,
  }),
  record({ type: fc.constant('CloseAgency'), on: someDay, at: someInstant }),
);

/** Commands to one group of recipients. */
export const groupCommand: fc.Arbitrary<GroupCommand> = record({
  type: fc.constant('DefineGroup'),
  name: someText,
  members: fc.array(someId, { maxLength: 3 }),
  from: someDay,
  at: someInstant,
});

const newKey = { keyDigest: someDigest, at: someInstant };

const limits = {
  validUntil: someInstant,
  request: record({ id: fc.constantFrom('one', 'two'), inputDigest: someDigest }),
};

/** Commands to one connected system. */
export const systemCommand: fc.Arbitrary<SystemCommand> = fc.oneof(
  record({
    type: fc.constant('ConnectSystem'),
    kind: fc.constantFrom('eoffice', 'one-stop', 'portal', 'gateway', 'kit'),
    name: someText,
    agencies: fc.array(someId, { maxLength: 3 }),
    at: someInstant,
  }),
  record({ type: fc.constant('IssueSystemKey'), ...newKey }),
  record({ type: fc.constant('IssueSystemKey'), ...newKey, ...limits }),
  record({
    type: fc.constant('RotateSystemKey'),
    ...newKey,
    ...limits,
    replaced: someDigest,
    replacedUntil: someInstant,
  }),
  record({ type: fc.constant('RevokeSystemKey'), keyDigest: someDigest, at: someInstant }),
);
