import { describe, expect, it } from '@jest/globals';
import {
  agencyCommand,
  deliveryCommand,
  documentCommand,
  groupCommand,
  historyOf,
  memberCommand,
  packetCommand,
  parkedCommand,
  systemCommand,
} from '@lienthong/testing';
import fc from 'fast-check';
import {
  agencyAggregate,
  type AggregateType,
  deliveryAggregate,
  documentAggregate,
  groupAggregate,
  memberAggregate,
  packetAggregate,
  parkedAggregate,
  systemAggregate,
} from '../aggregates.js';
import { type Message } from './codec.js';

const PARAMETERS = { seed: 20, numRuns: 300 };

const describeRoundTrip = <S, C extends Message, E extends Message>(
  { category, decider, commands, events }: AggregateType<S, C, E>,
  command: fc.Arbitrary<C>,
): void => {
  describe(`what travels of category ${category}`, () => {
    it('arrives as the command that was sent', () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(command, (sent) => {
          const { type, data } = commands.encode(sent);
          expect(commands.decode(type, data, sent.at)).toStrictEqual(sent);
          seen.add(sent.type);
        }),
        PARAMETERS,
      );
      expect(seen).toStrictEqual(new Set(commands.names));
    });

    it('is read as the event that was written', () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(fc.array(command, { maxLength: 12 }), (sequence) => {
          for (const event of historyOf(decider, sequence).flatMap((step) => step.events)) {
            const { type, data } = events.encode(event);
            expect(events.decode(type, data, event.at)).toStrictEqual(event);
            seen.add(event.type);
          }
        }),
        PARAMETERS,
      );
      expect(seen).toStrictEqual(new Set(events.names));
    });
  });
};

describeRoundTrip(agencyAggregate, agencyCommand);
describeRoundTrip(groupAggregate, groupCommand);
describeRoundTrip(systemAggregate, systemCommand);
describeRoundTrip(documentAggregate, documentCommand);
describeRoundTrip(deliveryAggregate, deliveryCommand);
describeRoundTrip(parkedAggregate, parkedCommand);
describeRoundTrip(packetAggregate, packetCommand);
describeRoundTrip(memberAggregate, memberCommand);
