import { describe, expect, it } from '@jest/globals';
import { subjectOf } from '@lienthong/contracts';
import { type Succession } from '@lienthong/directory';
import { type DeliveryCommand, type DocumentIssued, type Recipient } from '@lienthong/documents';
import { instant } from '@lienthong/kernel';
import { type Of } from '../log/follows.js';
import { LogContext } from '../log/log.context.js';
import { DirectoryView } from '../directory/directory.view.js';
import { Reaching } from '../documents/reaching.js';
import { Tenant } from '../tenant.js';
import { Routes } from './routes.js';
import { RoutingProcess } from './routing.process.js';

const at = instant('2020-03-02T08:00:00+07:00');
const clock = { kind: 'scenario', now: () => 0, after: (cause: number) => cause } as const;

const issued = (sequence: number, recipients: readonly Recipient[]): Of<'document'> => {
  const aggregateId = `document-${String(sequence)}`;
  const event: DocumentIssued = {
    type: 'DocumentIssued',
    inputDigest: '0a'.repeat(32),
    sender: 'ubnd',
    header: { documentId: '1', code: '1/A', typeName: 'Công văn', subject: 'V/v', priority: 0 },
    recipients,
    attachments: [],
    signatures: [],
    replaces: [],
    packet: { digest: '0b'.repeat(32), mediaType: 'application/json' },
    personal: new Uint8Array(),
    at,
  };
  const message = {
    id: `event-${String(sequence)}`,
    type: 'vn.lienthong.documents.document-issued.v1',
    source: 'lgsp',
    subject: subjectOf('H39', 'document', aggregateId),
    at,
    tenant: 'H39',
    category: 'document',
    aggregateId,
    version: 1,
    sequence,
    correlationId: aggregateId,
    data: new Uint8Array(),
  } as const;
  return { message, category: 'document', event };
};

interface Heard {
  readonly id: string;
  readonly command: DeliveryCommand;
  readonly options: object;
}

/** A log that takes every command but those of one delivery. */
class Store {
  readonly heard: Heard[] = [];

  constructor(private readonly refused?: string) {}

  handle(_aggregate: unknown, id: string, command: DeliveryCommand, options: object) {
    this.heard.push({ id, command, options });
    return id === this.refused ? Promise.reject(new Error('away')) : Promise.resolve({});
  }
}

const routing = (store: Store, directory = new DirectoryView()): RoutingProcess =>
  new RoutingProcess(
    new Routes(store as never, new Tenant('H39', clock), new Reaching(store as never), directory),
  );

const recipient = (agency: string, via: Recipient['via'], channel: Recipient['channel']) => ({
  agency,
  code: agency,
  via,
  channel,
});

describe('routing', () => {
  it.each<[string, Recipient, readonly DeliveryCommand['type'][]]>([
    ['an inbox here', recipient('so', 'local', 'electronic'), ['RouteDelivery', 'ConfirmSent']],
    ['an inbox and paper', recipient('so', 'local', 'both'), ['RouteDelivery', 'ConfirmSent']],
    ['paper alone', recipient('so', 'local', 'paper'), ['RouteDelivery']],
    ['the axis', recipient('bo', 'axis', 'electronic'), ['RouteDelivery']],
  ])('to %s asks for what follows, because of the document and at its time', async (...row) => {
    const [, to, types] = row;
    const store = new Store();
    await routing(store).document(issued(3, [to]), new LogContext(false));
    expect(store.heard.map(({ command }) => command.type)).toStrictEqual(types);
    for (const { id, command, options } of store.heard) {
      expect(id).toBe(`${to.agency}.document-3`);
      expect(command.at).toBe(at);
      expect(options).toMatchObject({ causationId: 'event-3', correlationId: 'document-3' });
    }
  });

  it.each([true, false])('looks for what it may have routed before: %s', async (mayBeRepeated) => {
    const store = new Store();
    const to = [recipient('bo', 'axis', 'electronic')];
    await routing(store).document(issued(3, to), new LogContext(mayBeRepeated));
    expect(store.heard[0]?.options).toMatchObject({ isNew: !mayBeRepeated });
  });

  it('is not done before every delivery is in the log', async () => {
    const store = new Store('so.document-3');
    const to = ['bo', 'so'].map((agency) => recipient(agency, 'local', 'electronic'));
    const routed = routing(store).document(issued(3, to), new LogContext(false));
    await expect(routed).rejects.toThrow('away');
    expect(store.heard).toHaveLength(4);
  });

  const closedDistrict = (...successors: readonly Succession[]): DirectoryView => {
    const view = new DirectoryView();
    const placement = { level: 'commune', sector: 'state' } as const;
    const from = '2020-01-01';
    for (const id of ['huyen', 'xa', 'phuong']) {
      const registered = { realm: 'inside', name: id, placement, codes: [], from, at } as const;
      view.current.applyAgency(id, { type: 'AgencyRegistered', ...registered });
    }
    view.current.applyAgency('huyen', { type: 'SuccessorsNamed', successors, from, at });
    view.current.applyAgency('huyen', { type: 'AgencyClosed', on: '2020-02-29', at });
    return view;
  };

  it('sends what is for a closed recipient to its successor, and says so', async () => {
    const store = new Store();
    const view = closedDistrict({ successor: 'xa', isDefault: false, source: 'NQ 202' });
    const to = [recipient('huyen', 'local', 'electronic')];
    await routing(store, view).document(issued(3, to), new LogContext(false));
    expect(store.heard.map(({ id, command }) => [id, command.type])).toStrictEqual([
      ['huyen.document-3', 'RerouteDelivery'],
      ['xa.document-3', 'RouteDelivery'],
      ['xa.document-3', 'ConfirmSent'],
    ]);
    expect(store.heard[0]?.command).toMatchObject({ successor: 'xa', source: 'NQ 202' });
  });

  it('parks what is for agencies that name each other, and goes round no more than once', async () => {
    const store = new Store();
    const view = closedDistrict({ successor: 'xa', isDefault: true, source: '' });
    const back = [{ successor: 'huyen', isDefault: true, source: '' }];
    const from = '2020-01-01';
    view.current.applyAgency('xa', { type: 'SuccessorsNamed', successors: back, from, at });
    view.current.applyAgency('xa', { type: 'AgencyClosed', on: '2020-02-29', at });
    const to = [recipient('huyen', 'local', 'electronic')];
    await routing(store, view).document(issued(3, to), new LogContext(false));
    expect(store.heard.map(({ id, command }) => [id, command.type])).toStrictEqual([
      ['huyen.document-3', 'RerouteDelivery'],
      ['xa.document-3', 'ParkDelivery'],
    ]);
  });

  it('parks what is for a closed agency that names itself', async () => {
    const store = new Store();
    const view = closedDistrict({ successor: 'huyen', isDefault: true, source: '' });
    const to = [recipient('huyen', 'local', 'electronic')];
    await routing(store, view).document(issued(3, to), new LogContext(false));
    expect(store.heard.map(({ command }) => command.type)).toStrictEqual(['ParkDelivery']);
  });

  it('parks what is for a closed recipient when it would have to guess', async () => {
    const entry = { isDefault: false, source: '' };
    const store = new Store();
    const view = closedDistrict({ ...entry, successor: 'xa' }, { ...entry, successor: 'phuong' });
    const to = [recipient('huyen', 'local', 'electronic')];
    await routing(store, view).document(issued(3, to), new LogContext(false));
    expect(store.heard.map(({ command }) => command)).toMatchObject([
      { type: 'ParkDelivery', problem: 'successor-ambiguous' },
    ]);
  });
});
