import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { documentAggregate } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import { type Channel, document, DocumentDiffers, type IssueDocument } from '@lienthong/documents';
import { instant } from '@lienthong/kernel';
import { SignatureVerifier, TrustedAuthorities } from '@lienthong/signatures';
import { EDXML_TYPE } from '../http/body.js';
import { DirectoryView } from '../directory/directory.view.js';
import { Addressing } from './addressing.js';
import { Asking } from './asking.js';
import { ChangesService } from './changes.service.js';
import { PacketBeyondAxis, RecipientUnknown } from './documents.errors.js';
import { DocumentsService } from './documents.service.js';
import { type Addressee } from './draft.js';
import { Judging } from './judging.js';
import { Reaching } from './reaching.js';
import { Versions } from './versions.js';

const at = instant('2020-03-02T08:00:00+07:00');
const OLD = '000.00.13.H39';
const NEW = 'H39.13';
const CABINET = '000.00.00.G22';
const MIB = 1024 * 1024;

class Store {
  readonly issued: IssueDocument[] = [];
  readonly objects = {
    put: () => Promise.resolve('digest'),
    claim: () => Promise.resolve(true),
  };

  load: (aggregate: unknown) => Promise<object> = () =>
    Promise.resolve({ state: document.initial, firstSequence: 0 });

  handle(_aggregate: unknown, _id: string, command: IssueDocument): Promise<object> {
    this.issued.push(command);
    return Promise.resolve({ state: document.initial, firstSequence: 1 });
  }
}

const sender: AgencyView = {
  id: 'ubnd',
  realm: 'inside',
  name: 'UBND tỉnh',
  placement: { level: 'province', sector: 'state' },
  code: '000.00.00.H39',
};

const draft = {
  from: 'ubnd',
  header: { documentId: '1', code: '1/A', typeName: 'Công văn', subject: 'V/v', priority: 0 },
  attachments: [],
  business: { kind: 'new' } as const,
  packet: { bytes: new Uint8Array(), mediaType: 'application/json' },
  inputDigest: '0a'.repeat(32),
};

const recipientsOf = async (...to: Addressee[]) => {
  const store = new Store();
  await serviceOn(store).take(sender, { ...draft, to }, at);
  return store.issued.flatMap(({ recipients }) => recipients);
};

const serviceOn = (store: Store): DocumentsService => {
  const directory = new DirectoryView();
  directory.current.applyAgency('so-tttt', {
    type: 'AgencyRegistered',
    realm: 'inside',
    name: 'Sở Thông tin và Truyền thông',
    placement: { level: 'province', sector: 'state' },
    codes: [
      { code: OLD, form: 'qcvn102', from: '2020-01-01' },
      { code: NEW, form: 'qd20', from: '2020-01-01' },
    ],
    from: '2020-01-01',
    at,
  });
  directory.current.applyAgency('ubnd', {
    type: 'AgencyRegistered',
    realm: 'inside',
    name: 'UBND tỉnh',
    placement: { level: 'province', sector: 'state' },
    codes: [{ code: '000.00.00.H39', form: 'qcvn102', from: '2020-01-01' }],
    from: '2020-01-01',
    at,
  });
  directory.current.applyAgency('vpcp', {
    type: 'AgencyRegistered',
    realm: 'outside',
    name: 'Văn phòng Chính phủ',
    placement: { level: 'central', sector: 'state' },
    codes: [{ code: CABINET, form: 'qcvn102', from: '2020-01-01' }],
    from: '2020-01-01',
    at,
  });
  directory.current.applyGroup('so', {
    type: 'GroupDefined',
    name: 'Các sở',
    members: ['so-tttt', 'ubnd'],
    from: '2020-03-01',
    at,
  });
  const addressing = new Addressing(directory);
  const judging = new Judging(new SignatureVerifier(TrustedAuthorities.none), directory);
  const versions = new Versions(store as never, judging);
  const changes = new ChangesService(
    store as never,
    addressing,
    new Asking(store as never, new Reaching(store as never)),
    versions,
  );
  return new DocumentsService(store as never, addressing, versions, changes);
};

describe('a document that was issued to somebody who is not known any more', () => {
  const again = { ...draft, to: [{ code: 'đã-giải-thể', channel: 'electronic' } as const] };
  const store = new Store();
  store.load = () =>
    Promise.resolve({
      state: { status: 'issued', inputDigest: draft.inputDigest, recipients: [] },
      firstSequence: 7,
    });

  it('is answered as it was then', async () => {
    expect(await serviceOn(store).take(sender, again, at)).toMatchObject({ sequence: 7 });
    expect(store.issued).toStrictEqual([]);
  });

  it('is refused with another content', async () => {
    const other = { ...again, inputDigest: '0b'.repeat(32) };
    await expect(serviceOn(store).take(sender, other, at)).rejects.toThrow(DocumentDiffers);
  });
});

describe('attachments that are more than the axis takes', () => {
  const attachments = [30, 21].map((mebibytes) => ({
    ...{ digest: '0c'.repeat(32), name: 'a.pdf', mediaType: 'application/pdf' },
    size: mebibytes * MIB,
  }));
  const inside = { code: OLD, channel: 'electronic' } as const;
  const outside = { code: CABINET, channel: 'electronic' } as const;
  const large = { ...draft, attachments, to: [inside, outside] };

  it('are refused where somebody is reached over it, and nobody gets the document', async () => {
    const store = new Store();
    const refused = serviceOn(store).take(sender, large, at);
    await expect(refused).rejects.toThrow(PacketBeyondAxis);
    await expect(refused).rejects.toMatchObject({ bytes: 51 * MIB, codes: [CABINET] });
    expect(store.issued).toStrictEqual([]);
  });

  it.each([
    ['nobody is reached over it', { ...large, to: [inside] }],
    ['they go there on paper', { ...large, to: [{ ...outside, channel: 'paper' as const }] }],
    ['they are no more than it takes', { ...large, attachments: attachments.slice(0, 1) }],
    ['they came packed', { ...large, packet: { ...draft.packet, mediaType: EDXML_TYPE } }],
  ])('are none where %s', async (_, taken) => {
    const store = new Store();
    await serviceOn(store).take(sender, taken, at);
    expect(store.issued).toHaveLength(1);
  });

  it('are refused of a new version too, but for one that was taken before', async () => {
    const store = new Store();
    const recipients = [{ ...outside, agency: 'vpcp', via: 'axis' }];
    const state = { ...draft, status: 'issued', recipients, earlier: [] };
    const business = { kind: 'update', reason: 'x', added: [], askedBack: [] } as const;
    const update = { ...large, to: [], business };
    const changed = (changes: readonly string[]) => {
      store.load = (aggregate) =>
        Promise.resolve(
          aggregate === documentAggregate
            ? { state: { ...state, changes } }
            : { state: { status: 'sent' } },
        );
      return serviceOn(store).take(sender, update, at);
    };
    await expect(changed([])).rejects.toThrow(PacketBeyondAxis);
    expect(store.issued).toStrictEqual([]);
    await changed([draft.inputDigest]);
    expect(store.issued).toHaveLength(1);
  });
});

describe('an agency that is named twice', () => {
  const once = { agency: 'so-tttt', code: OLD, via: 'local' };

  it.each<[Channel, Channel, Channel]>([
    ['electronic', 'electronic', 'electronic'],
    ['paper', 'paper', 'paper'],
    ['electronic', 'paper', 'both'],
    ['paper', 'electronic', 'both'],
    ['both', 'paper', 'both'],
    ['paper', 'both', 'both'],
  ])('by %s and by %s is one recipient, by %s', async (first, second, channel) => {
    const to = await recipientsOf({ code: OLD, channel: first }, { code: NEW, channel: second });
    expect(to).toStrictEqual([{ ...once, channel }]);
  });
});

describe('a group of recipients', () => {
  const group: Addressee = { code: 'so', isGroup: true, channel: 'electronic' };

  it('stands for its members of the day, but for the sender itself', async () => {
    expect(await recipientsOf(group)).toStrictEqual([
      { agency: 'so-tttt', code: NEW, channel: 'electronic', via: 'local', group: 'so' },
    ]);
  });

  it('names nobody twice', async () => {
    const to = await recipientsOf({ code: OLD, channel: 'paper' }, group);
    expect(to).toStrictEqual([{ agency: 'so-tttt', code: OLD, channel: 'both', via: 'local' }]);
  });

  it('has to be defined', async () => {
    await expect(recipientsOf({ ...group, code: 'xa' })).rejects.toThrow(RecipientUnknown);
  });
});
