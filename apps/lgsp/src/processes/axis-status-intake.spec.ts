import { describe, expect, it } from '@jest/globals';
import { DeliveryUnknown } from '@lienthong/documents';
import { type StatusPacket } from '@lienthong/edxml';
import { StoreUnavailable } from '@lienthong/event-store';
import { instant } from '@lienthong/kernel';
import { AxisStatusIntake } from './axis-status-intake.js';

const at = instant('2020-03-02T08:00:00+07:00');

const packet = (statusCode: string): StatusPacket => ({
  kind: 'status',
  statusCode,
  from: { organId: 'bo', name: 'Bộ' },
  responseFor: { organId: 'ubnd', documentId: '1', code: '1/A', promulgationDate: '2020-03-02' },
  timestamp: at,
});

const realms: Record<string, string> = { bo: 'outside', ubnd: 'inside' };

/**
 * A province whose routing has not come to the document yet.
 *
 * @param isAway whether its log cannot be asked now
 */
const province = (isAway = () => false) => {
  const routed = new Set<string>();
  const reported: string[] = [];
  const directory = {
    current: { agencyByCode: (code: string) => ({ id: code, realm: realms[code] }) },
  };
  const routes = {
    prepare: async (agency: string) => {
      await Promise.resolve();
      if (isAway()) throw new StoreUnavailable('no answer in time');
      routed.add(agency);
    },
  };
  const statuses = {
    report: ({ id }: { id: string }, { code }: { code: string }) => {
      if (!routed.has(id)) return Promise.reject(new DeliveryUnknown());
      reported.push(code);
      return Promise.resolve();
    },
  };
  const intake = new AxisStatusIntake(directory as never, statuses as never, routes as never);
  return { intake, reported };
};

describe('a status from the axis', () => {
  it('is reported of a delivery that our own routing has not made yet', async () => {
    const { intake, reported } = province();
    await Promise.all(['01', '03'].map((code) => intake.take(packet(code), at)));
    expect(reported).toStrictEqual(['01', '03']);
  });

  it('does not overtake an earlier one that the log could not take', async () => {
    const answers = [true, false, false, false].values();
    const { intake, reported } = province(() => answers.next().value ?? false);
    const taken = ['01', '03'].map((code) => intake.take(packet(code), at));
    for (const each of taken) await expect(each).rejects.toThrow(StoreUnavailable);
    await Promise.all(['01', '03'].map((code) => intake.take(packet(code), at)));
    expect(reported).toStrictEqual(['01', '03']);
  });
});
