import { beforeEach, describe, expect, it } from '@jest/globals';
import { type PacketEvent } from '@lienthong/axis';
import { NobodyToReceive, ReceiverUnknown, SenderNotRegistered } from './axis.refusals.js';
import { assertSpeaksFor, receiversOf } from './address.js';
import { AxisRegister } from './register.js';

const listed = (code102: string, code: string, system: string) =>
  ({ type: 'MemberRegistered', code, code102, name: code, level: 1, system, at: 0 }) as const;

const accepted = (...systems: string[]): PacketEvent => ({
  type: 'PacketAccepted',
  from: 'G22',
  messageType: 'edoc',
  organId: '000.00.00.G22',
  documentId: 'document',
  receivers: systems.map((system) => ({ system, agencies: [] })),
  digest: 'digest',
  size: 1,
  at: 0,
});

const acknowledged = (receiver: string, status: 'processing' | 'done' | 'fail'): PacketEvent => ({
  type: 'PacketAcknowledged',
  receiver,
  status,
  at: 0,
});

describe('the register of the axis', () => {
  let register: AxisRegister;

  beforeEach(() => {
    register = new AxisRegister();
    register.applyMember('ubnd', listed('000.00.00.H39', 'H39', 'long-an'));
    register.applyMember('so', listed('000.00.13.H39', 'H39.13', 'long-an'));
    register.applyMember('vpcp', listed('000.00.00.G22', 'G22', 'vpcp'));
  });

  const idsFor = (system: string) => register.waitingFor(system, 'edoc').map(({ id }) => id);

  it('knows a member by both forms of its code', () => {
    expect(register.member('000.00.13.H39')).toBe(register.member('H39.13'));
  });

  it('forgets a code that a member bears no longer', () => {
    register.applyMember('so', listed('000.00.13.H39', 'H39.14', 'long-an'));
    expect(register.member('H39.13')).toBeUndefined();
    expect(register.member('H39.14')?.id).toBe('so');
  });

  it('forgets a deleted member', () => {
    register.applyMember('so', { type: 'MemberDeleted', system: 'long-an', at: 0 });
    expect(register.member('H39.13')).toBeUndefined();
    expect(register.listed()).toHaveLength(2);
  });

  it('keeps packets waiting for each receiving system in the order of acceptance', () => {
    register.applyPacket('a', accepted('long-an', 'vpcp'));
    register.applyPacket('b', accepted('long-an'));
    expect(idsFor('long-an')).toStrictEqual(['a', 'b']);
    expect(idsFor('vpcp')).toStrictEqual(['a']);
    expect(register.waitingFor('long-an', 'status')).toStrictEqual([]);
  });

  it.each(['done', 'fail'] as const)(
    'takes a packet off the list at %s, of that system',
    (status) => {
      register.applyPacket('a', accepted('long-an', 'vpcp'));
      register.applyPacket('a', acknowledged('long-an', status));
      expect(idsFor('long-an')).toStrictEqual([]);
      expect(idsFor('vpcp')).toStrictEqual(['a']);
      expect(register.packet('a')?.receivers.get('long-an')).toBe(status);
    },
  );

  it('leaves a packet in processing at its place', () => {
    register.applyPacket('a', accepted('long-an'));
    register.applyPacket('b', accepted('long-an'));
    register.applyPacket('a', acknowledged('long-an', 'processing'));
    expect(idsFor('long-an')).toStrictEqual(['a', 'b']);
  });

  it('gathers the receivers that one system serves', () => {
    const to = ['000.00.00.H39', '000.00.13.H39', '000.00.00.H39'];
    expect(receiversOf(register, 'vpcp', to)).toStrictEqual([
      { system: 'long-an', agencies: ['000.00.00.H39', '000.00.13.H39'] },
    ]);
  });

  it('leaves out the receivers that the sending system serves itself', () => {
    expect(receiversOf(register, 'long-an', ['000.00.13.H39', '000.00.00.G22'])).toStrictEqual([
      { system: 'vpcp', agencies: ['000.00.00.G22'] },
    ]);
    expect(() => receiversOf(register, 'long-an', ['000.00.13.H39'])).toThrow(NobodyToReceive);
  });

  it('refuses a packet with receivers that are not listed, and names each', () => {
    const unknown = ['000.00.00.H99', '000.00.00.*'];
    expect(() => receiversOf(register, 'vpcp', ['000.00.00.H39', ...unknown])).toThrow(
      new ReceiverUnknown(unknown),
    );
  });

  it('lets a system speak for the agencies that are listed for it, and for no other', () => {
    expect(() => {
      assertSpeaksFor(register, 'long-an', 'H39.13');
    }).not.toThrow();
    for (const stranger of ['000.00.00.G22', '000.00.00.H99']) {
      expect(() => {
        assertSpeaksFor(register, 'long-an', stranger);
      }).toThrow(new SenderNotRegistered(stranger));
    }
  });
});
