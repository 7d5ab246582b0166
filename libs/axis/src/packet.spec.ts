import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { expectLaws, historyOf, packetCommand, specify } from '@lienthong/testing';
import fc from 'fast-check';
import { packet, type PacketEvent, packetIdOf, type TransportStatus } from './packet.js';
import { PacketNotForYou, PacketUnknown } from './packet.errors.js';

const given = specify(packet);

const at = instant('2020-03-02T07:30:00+07:00');
const particulars = {
  from: 'H39',
  messageType: 'edoc',
  organId: '000.00.00.H39',
  documentId: '000.00.00.H39,2020/03/02,12/UBND',
  receivers: [
    { system: 'G22', agencies: ['000.00.00.G22'] },
    { system: 'H53', agencies: ['000.00.00.H53', '000.00.13.H53'] },
  ],
  digest: '0a'.repeat(32),
  size: 1_024,
  at,
} as const;

const accepted: PacketEvent = { type: 'PacketAccepted', ...particulars };

const acknowledge = (receiver: string, status: TransportStatus) =>
  ({ type: 'AcknowledgePacket', receiver, status, at }) as const;

const acknowledged = (receiver: string, status: TransportStatus): PacketEvent => ({
  type: 'PacketAcknowledged',
  receiver,
  status,
  at,
});

describe('a packet on the axis', () => {
  it('is accepted once', () => {
    given()
      .when({ type: 'AcceptPacket', ...particulars })
      .then(accepted);
    given(accepted)
      .when({ type: 'AcceptPacket', ...particulars, at: at + 1 })
      .thenNothing();
  });

  it('is acknowledged by each receiving system for itself', () => {
    given(accepted).when(acknowledge('G22', 'done')).then(acknowledged('G22', 'done'));
    given(accepted, acknowledged('G22', 'done'))
      .when(acknowledge('H53', 'fail'))
      .then(acknowledged('H53', 'fail'));
  });

  it('may be in work before it is done', () => {
    given(accepted).when(acknowledge('G22', 'processing')).then(acknowledged('G22', 'processing'));
    given(accepted, acknowledged('G22', 'processing'))
      .when(acknowledge('G22', 'processing'))
      .thenNothing();
    given(accepted, acknowledged('G22', 'processing'))
      .when(acknowledge('G22', 'done'))
      .then(acknowledged('G22', 'done'));
  });

  it.each(['done', 'fail'] as const)('does not return to the list after %s', (settled) => {
    for (const status of ['processing', 'done', 'fail'] as const) {
      given(accepted, acknowledged('G22', settled)).when(acknowledge('G22', status)).thenNothing();
    }
  });

  it('is nobody else’s to acknowledge', () => {
    given(accepted).when(acknowledge('H14', 'done')).thenRefused(PacketNotForYou);
    given(accepted).when(acknowledge('H39', 'done')).thenRefused(PacketNotForYou);
    given().when(acknowledge('G22', 'done')).thenRefused(PacketUnknown);
  });

  it('keeps the laws', () => {
    expectLaws(packet, packetCommand);
  });

  it('stays settled for each receiver, whatever is commanded', () => {
    fc.assert(
      fc.property(fc.array(packetCommand, { maxLength: 12 }), (commands) => {
        for (const { before, after } of historyOf(packet, commands)) {
          if (before.status === 'unknown' || after.status === 'unknown') continue;
          for (const [receiver, status] of before.receivers) {
            if (status === 'done' || status === 'fail') {
              expect(after.receivers.get(receiver)).toBe(status);
            }
          }
        }
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});

describe('the id of a packet', () => {
  it('is the same for the same bytes from the same system', () => {
    const id = packetIdOf('H39', 'edoc', 'digest');
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(packetIdOf('H39', 'edoc', 'digest')).toBe(id);
    expect(packetIdOf('H53', 'edoc', 'digest')).not.toBe(id);
    expect(packetIdOf('H39', 'status', 'digest')).not.toBe(id);
    expect(packetIdOf('H39', 'edoc', 'other')).not.toBe(id);
  });
});
