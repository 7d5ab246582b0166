import { describe, expect, it } from '@jest/globals';
import {
  AxisClient,
  type AxisListItem,
  type AxisPage,
  AxisRefused,
  AxisUnreachable,
} from '@lienthong/connector';
import { StoreUnavailable } from '@lienthong/event-store';
import { type Packet, writeStatusPacket } from '@lienthong/edxml';
import { instant, Refusal } from '@lienthong/kernel';
import { Logger } from '@nestjs/common';
import { BusinessTime } from '../http/business-time.js';
import { Tenant } from '../tenant.js';
import { AxisInbound } from './axis-inbound.js';
import { PATIENCE } from './axis-look.js';

const at = instant('2020-03-02T08:00:00+07:00');
const clock = { kind: 'scenario', now: () => at, after: (cause: number) => cause } as const;

const status = (documentId: string): Uint8Array =>
  writeStatusPacket({
    kind: 'status',
    statusCode: '01',
    from: { organId: '000.00.00.G17' },
    responseFor: {
      organId: '000.00.00.H39',
      documentId,
      code: '1/A',
      promulgationDate: '2020-03-02',
    },
    timestamp: at,
  });

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => `packet-${String(number)}`);

/** Holds packets until they are settled; some it cannot give out. */
class Axis extends AxisClient {
  readonly lists: Record<AxisPage['messagetype'], string[]>;
  readonly failures = new Map<string, Error>();
  held = 0;
  mostHeld = 0;

  constructor(
    edoc: readonly string[],
    statuses: readonly string[] = [],
    private readonly senderOf: (id: string) => string = (id) => `sender of ${id}`,
  ) {
    super({ url: 'http://127.0.0.1:1', systemId: 'H39', secret: 'x' });
    this.lists = { edoc: [...edoc], status: [...statuses] };
  }

  override getReceivedEdocList(page: AxisPage): Promise<AxisListItem[]> {
    const { messagetype, pageSize = 100, pageIndex = 0 } = page;
    const from = pageIndex * pageSize;
    const ids = this.lists[messagetype].slice(from, from + pageSize);
    return Promise.resolve(
      ids.map((id) => ({
        id,
        from: this.senderOf(id),
        to: 'H39',
        messagetype,
        servicetype: 'eDoc',
        created_time: '',
      })),
    );
  }

  override getEdoc(id: string): Promise<Uint8Array> {
    const failure = this.failures.get(id);
    if (failure !== undefined) return Promise.reject(failure);
    this.held += 1;
    this.mostHeld = Math.max(this.mostHeld, this.held);
    return Promise.resolve(status(id));
  }

  override updateStatus(id: string): Promise<void> {
    this.held -= 1;
    for (const list of Object.values(this.lists)) {
      if (list.includes(id)) list.splice(list.indexOf(id), 1);
    }
    return Promise.resolve();
  }
}

const province = (axis: Axis, failures: ReadonlyMap<string, Error> = new Map()) => {
  const taken: string[] = [];
  const parked: unknown[] = [];
  const intake = {
    take: (packet: Packet) => {
      const id = packet.kind === 'status' ? packet.responseFor.documentId : '';
      const failure = failures.get(id);
      if (failure !== undefined) return Promise.reject(failure);
      taken.push(id);
      return Promise.resolve();
    },
  };
  const parking = {
    park: ({ error }: { error: unknown }) => {
      parked.push(error);
      return Promise.resolve();
    },
  };
  const time = new BusinessTime(new Tenant('H39', clock));
  const inbound = new AxisInbound(axis, intake as never, parking as never, time);
  return { inbound, taken, parked };
};

class OfNoUse extends Refusal {}

Logger.overrideLogger(false);

describe('a look at the axis', () => {
  it('brings in both lists in their order, eight packets at a time', async () => {
    const all = numbered(21);
    const axis = new Axis(all, ['status']);
    const { inbound, taken } = province(axis);
    expect(await inbound.fetchAll()).toBe(22);
    expect(taken).toStrictEqual([...all, 'status']);
    expect(axis.lists).toStrictEqual({ edoc: [], status: [] });
    expect(axis.mostHeld).toBe(8);
  });

  it('leaves what cannot be fetched, and brings in everything else', async () => {
    const axis = new Axis(numbered(12), ['status']);
    axis.failures.set('packet-3', new AxisRefused('getEdoc', 'PACKET_OF_OTHERS', 'no'));
    const { inbound, taken } = province(axis);
    expect(await inbound.fetchAll()).toBe(12);
    expect(taken).toStrictEqual([...numbered(12).filter((id) => id !== 'packet-3'), 'status']);
    expect(axis.lists).toStrictEqual({ edoc: ['packet-3'], status: [] });
  });

  it('holds back what the same system sent after a packet that cannot be fetched', async () => {
    const ids = numbered(20);
    // Eight are brought in together: one behind the failure in the same eight, one in the next.
    const siblings = ['packet-2', 'packet-4', 'packet-6', 'packet-12'];
    const axis = new Axis(ids, ['status'], (id) =>
      [...siblings, 'status'].includes(id) ? 'G17' : id,
    );
    const failure = new AxisRefused('getEdoc', 'BUSY', 'no');
    axis.failures.set('packet-4', failure);
    const { inbound, taken } = province(axis);
    const behind = ['packet-4', 'packet-6', 'packet-12'];
    await inbound.fetchAll();
    expect(taken).toStrictEqual(ids.filter((id) => !behind.includes(id)));
    expect(axis.lists).toStrictEqual({ edoc: behind, status: ['status'] });
    axis.failures.clear();
    await inbound.fetchAll();
    expect(taken.slice(-4)).toStrictEqual([...behind, 'status']);
    expect(axis.lists).toStrictEqual({ edoc: [], status: [] });
  });

  it('holds back what the same system sent after a packet that fails for a fault of ours', async () => {
    const axis = new Axis(numbered(10), [], () => 'G17');
    const failures = new Map<string, Error>([['packet-7', new TypeError('x')]]);
    const { inbound, taken } = province(axis, failures);
    await inbound.fetchAll();
    expect(taken).toStrictEqual(numbered(7));
    failures.clear();
    await inbound.fetchAll();
    expect(taken).toStrictEqual(numbered(10));
  });

  it('parks by its name what cannot be fetched time and again, and goes on behind it', async () => {
    const axis = new Axis([], ['bad', 'good'], () => 'G17');
    const failure = new AxisRefused('getEdoc', 'PACKET_OF_OTHERS', 'no');
    axis.failures.set('bad', failure);
    const { inbound, taken, parked } = province(axis);
    for (let look = 1; look < PATIENCE; look += 1) await inbound.fetchAll();
    expect([taken, parked]).toStrictEqual([[], []]);
    await inbound.fetchAll();
    expect([taken, parked, axis.lists.status]).toStrictEqual([['good'], [failure], ['bad']]);
    axis.failures.clear();
    await inbound.fetchAll();
    expect([taken, axis.lists.status]).toStrictEqual([['good', 'bad'], []]);
  });

  it('leaves on the axis what cannot be taken in, parked by its name after a while', async () => {
    const axis = new Axis([], ['bad'], () => 'G17');
    const failures = new Map<string, Error>([['bad', new TypeError('x')]]);
    const { inbound, taken, parked } = province(axis, failures);
    for (let look = 0; look < 2 * PATIENCE; look += 1) await inbound.fetchAll();
    expect([taken, axis.lists.status]).toStrictEqual([[], ['bad']]);
    expect(new Set(parked)).toStrictEqual(new Set(failures.values()));
    failures.clear();
    await inbound.fetchAll();
    expect([taken, axis.lists.status]).toStrictEqual([['bad'], []]);
  });

  it('loses patience with many packets of one system at the same time', async () => {
    const ids = numbered(8);
    const axis = new Axis([...ids, 'good'], [], () => 'G17');
    for (const id of ids) axis.failures.set(id, new AxisRefused('getEdoc', id, 'no'));
    const { inbound, taken, parked } = province(axis);
    for (let look = 0; look < 2 * PATIENCE; look += 1) await inbound.fetchAll();
    expect([taken, new Set(parked).size]).toStrictEqual([['good'], ids.length]);
  });

  it('finds what lies behind whole pages of failures, and comes to an end', async () => {
    const axis = new Axis([...numbered(250), 'good'], ['status']);
    for (const id of numbered(250)) axis.failures.set(id, new TypeError('x'));
    const { inbound, taken } = province(axis);
    expect(await inbound.fetchAll()).toBe(2);
    expect(taken).toStrictEqual(['good', 'status']);
    expect(axis.lists.edoc).toStrictEqual(numbered(250));
  });

  it('leaves what cannot be taken in for a fault of ours', async () => {
    const axis = new Axis(['good', 'bad']);
    const { inbound, parked } = province(axis, new Map([['bad', new TypeError('x')]]));
    expect(await inbound.fetchAll()).toBe(1);
    expect([axis.lists.edoc, parked]).toStrictEqual([['bad'], []]);
  });

  it('parks what is of no use, and settles it', async () => {
    const axis = new Axis(['good', 'bad']);
    const refusal = new OfNoUse('no');
    const { inbound, parked } = province(axis, new Map([['bad', refusal]]));
    expect(await inbound.fetchAll()).toBe(2);
    expect([axis.lists.edoc, parked]).toStrictEqual([[], [refusal]]);
  });

  it('ends when our log is away, and settles nothing that is not ours yet', async () => {
    const axis = new Axis(['bad']);
    const { inbound } = province(axis, new Map([['bad', new StoreUnavailable('x')]]));
    await expect(inbound.fetchAll()).rejects.toThrow(StoreUnavailable);
    expect(axis.lists.edoc).toStrictEqual(['bad']);
  });

  it('ends when the axis goes away', async () => {
    const axis = new Axis(['bad'], ['status']);
    axis.failures.set('bad', new AxisUnreachable('getEdoc'));
    await expect(province(axis).inbound.fetchAll()).rejects.toThrow(AxisUnreachable);
  });
});
