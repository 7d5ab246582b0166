import fc from 'fast-check';
import { type MemberCommand, type PacketCommand } from '@lienthong/axis';
import { record, someDigest, someInstant, someSize, someText } from './values.js';

const someSystem: fc.Arbitrary<string> = fc.constantFrom('H39', 'G22', 'H53');

/** Commands to one packet that the axis holds. */
export const packetCommand: fc.Arbitrary<PacketCommand> = fc.oneof(
  record({
    type: fc.constant('AcceptPacket'),
    from: someSystem,
    messageType: fc.constantFrom('edoc', 'status'),
    organId: fc.constant('000.00.00.H39'),
    documentId: someText,
    receivers: fc.uniqueArray(
      record({ system: someSystem, agencies: fc.array(someText, { maxLength: 2 }) }),
      { selector: ({ system }) => system, minLength: 1 },
    ),
    digest: someDigest,
    size: someSize,
    at: someInstant,
  }),
  record({
    type: fc.constant('AcknowledgePacket'),
    receiver: someSystem,
    status: fc.constantFrom('processing', 'done', 'fail'),
    at: someInstant,
  }),
);

/** Commands to one entry of the axis's list of agencies. */
export const memberCommand: fc.Arbitrary<MemberCommand> = fc.oneof(
  record({
    type: fc.constant('RegisterMember'),
    code: fc.constant('H39.13'),
    code102: fc.constant('000.00.13.H39'),
    name: someText,
    level: fc.integer({ min: 1, max: 4 }),
    system: someSystem,
    at: someInstant,
  }),
  record({ type: fc.constant('DeleteMember'), system: someSystem, at: someInstant }),
);
