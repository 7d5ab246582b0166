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
} from './aggregates.js';
import { catalogue } from './catalogue.js';
import { type Message } from './codecs/codec.js';
import { commandOf } from './commands.js';

const originOf = (type: string) => catalogue.find((entry) => entry.type === type)?.origin;

const describeCommands = <S, C extends Message, E extends Message>(
  { category, decider, events }: AggregateType<S, C, E>,
  command: fc.Arbitrary<C>,
  again: (event: E) => C | undefined,
): void => {
  it(`makes each event of category ${category} again, but for what policy concludes`, () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (sequence) => {
        for (const step of historyOf(decider, sequence)) {
          let state = step.before;
          for (const event of step.events) {
            const cause = again(event);
            const remade = cause === undefined ? 'policy' : decider.decide(cause, state);
            const origin = originOf(events.typeOf(event.type));
            expect(remade).toStrictEqual(origin === 'policy' ? 'policy' : [event]);
            state = decider.evolve(state, event);
          }
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });
};

describe('the command of an event', () => {
  describeCommands(agencyAggregate, agencyCommand, (event) => {
    const cause = commandOf({ category: 'agency', event });
    return cause?.category === 'agency' ? cause.command : undefined;
  });
  describeCommands(groupAggregate, groupCommand, (event) => {
    const cause = commandOf({ category: 'group', event });
    return cause?.category === 'group' ? cause.command : undefined;
  });
  describeCommands(systemAggregate, systemCommand, (event) => {
    const cause = commandOf({ category: 'system', event });
    return cause?.category === 'system' ? cause.command : undefined;
  });
  describeCommands(documentAggregate, documentCommand, (event) => {
    const cause = commandOf({ category: 'document', event });
    return cause?.category === 'document' ? cause.command : undefined;
  });
  describeCommands(deliveryAggregate, deliveryCommand, (event) => {
    const cause = commandOf({ category: 'delivery', event });
    return cause?.category === 'delivery' ? cause.command : undefined;
  });
  describeCommands(parkedAggregate, parkedCommand, (event) => {
    const cause = commandOf({ category: 'parked', event });
    return cause?.category === 'parked' ? cause.command : undefined;
  });
  describeCommands(packetAggregate, packetCommand, (event) => {
    const cause = commandOf({ category: 'packet', event });
    return cause?.category === 'packet' ? cause.command : undefined;
  });
  describeCommands(memberAggregate, memberCommand, (event) => {
    const cause = commandOf({ category: 'member', event });
    return cause?.category === 'member' ? cause.command : undefined;
  });
});
