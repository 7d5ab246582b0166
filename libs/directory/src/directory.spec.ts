import { beforeEach, describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { type AgencyEvent } from './agency.js';
import { Directory, systemKeyId } from './directory.js';

const at = instant('2020-03-02T07:00:00+07:00');
const OLD = '000.21.31.H39';
const NEW = 'H39.31.21';

const commune: AgencyEvent = {
  type: 'AgencyRegistered',
  realm: 'inside',
  name: 'UBND xã Long Trạch',
  placement: { level: 'commune', sector: 'state', parent: 'ubnd-can-duoc' },
  codes: [{ code: OLD, form: 'qcvn102', from: '2020-01-01' }],
  from: '2020-01-01',
  at,
};

describe('the directory', () => {
  let directory: Directory;

  beforeEach(() => {
    directory = new Directory();
    directory.applyAgency('xa-long-trach', commune);
  });

  it('knows an agency from the day on which it was registered', () => {
    expect(directory.agency('xa-long-trach', '2019-12-31')).toBeUndefined();
    expect(directory.agency('xa-long-trach', '2020-01-01')).toStrictEqual({
      id: 'xa-long-trach',
      realm: 'inside',
      name: 'UBND xã Long Trạch',
      placement: { level: 'commune', sector: 'state', parent: 'ubnd-can-duoc' },
      code: OLD,
    });
    expect(directory.agency('nobody', '2020-01-01')).toBeUndefined();
  });

  it('shows yesterday with the name and place of yesterday', () => {
    directory.applyAgency('xa-long-trach', {
      type: 'AgencyRenamed',
      name: 'UBND thị trấn Long Trạch',
      from: '2020-06-01',
      at,
    });
    directory.applyAgency('xa-long-trach', {
      type: 'AgencyMoved',
      placement: { level: 'district', sector: 'state' },
      from: '2020-06-02',
      at,
    });
    expect(directory.agency('xa-long-trach', '2020-05-31')?.name).toBe('UBND xã Long Trạch');
    expect(directory.agency('xa-long-trach', '2020-06-01')).toMatchObject({
      name: 'UBND thị trấn Long Trạch',
      placement: { level: 'commune' },
    });
    expect(directory.agency('xa-long-trach', '2020-06-02')?.placement).toStrictEqual({
      level: 'district',
      sector: 'state',
    });
  });

  it('takes the last word on a day, whenever it came', () => {
    const rename = { type: 'AgencyRenamed', at } as const;
    directory.applyAgency('xa-long-trach', { ...rename, name: 'later', from: '2020-08-01' });
    directory.applyAgency('xa-long-trach', { ...rename, name: 'wrong', from: '2020-06-01' });
    directory.applyAgency('xa-long-trach', { ...rename, name: 'right', from: '2020-06-01' });
    expect(directory.agency('xa-long-trach', '2020-07-01')?.name).toBe('right');
    expect(directory.agency('xa-long-trach', '2020-08-01')?.name).toBe('later');
  });

  it('finds an agency by both forms of its code, each on its days', () => {
    const ended = { code: OLD, form: 'qcvn102', from: '2020-01-01', to: '2020-12-31' } as const;
    const follows = { code: NEW, form: 'qd20', from: '2020-09-15' } as const;
    directory.applyAgency('xa-long-trach', { type: 'AgencyCodeAssigned', code: follows, at });
    directory.applyAgency('xa-long-trach', { type: 'AgencyCodeAssigned', code: ended, at });
    expect(directory.agencyByCode(NEW, '2020-09-14')).toBeUndefined();
    expect(directory.agencyByCode(NEW, '2020-09-15')?.id).toBe('xa-long-trach');
    expect(directory.agencyByCode(OLD, '2020-12-31')?.id).toBe('xa-long-trach');
    expect(directory.agencyByCode(OLD, '2021-01-01')).toBeUndefined();
    expect(directory.agency('xa-long-trach', '2020-09-14')?.code).toBe(OLD);
    expect(directory.agency('xa-long-trach', '2020-09-15')?.code).toBe(NEW);
  });

  it('knows an agency until the end of the day on which it was closed', () => {
    directory.applyAgency('xa-long-trach', { type: 'AgencyClosed', on: '2025-06-30', at });
    expect([...directory.agenciesOn('2025-06-30')]).toHaveLength(1);
    expect([...directory.agenciesOn('2025-07-01')]).toHaveLength(0);
    expect(directory.agencyByCode(OLD, '2025-07-01')).toBeUndefined();
  });

  it('gives the code of a closed agency to the one that bears it now', () => {
    directory.applyAgency('xa-long-trach', { type: 'AgencyClosed', on: '2025-06-30', at });
    const codes = [{ code: OLD, form: 'qcvn102', from: '2025-07-01' }] as const;
    directory.applyAgency('xa-moi', { ...commune, from: '2025-07-01', codes });
    expect(directory.agencyByCode(OLD, '2025-06-30')?.id).toBe('xa-long-trach');
    expect(directory.agencyByCode(OLD, '2025-07-01')?.id).toBe('xa-moi');
  });

  it('tells who bears a code on any of some days', () => {
    const ended = { code: OLD, form: 'qcvn102', from: '2020-01-01', to: '2020-12-31' } as const;
    directory.applyAgency('xa-long-trach', { type: 'AgencyCodeAssigned', code: ended, at });
    const open = { code: OLD, form: 'qcvn102', from: '2022-01-01' } as const;
    directory.applyAgency('xa-moi', { ...commune, from: '2022-01-01', codes: [open] });
    directory.applyAgency('xa-moi', { type: 'AgencyClosed', on: '2025-06-30', at });
    expect(directory.bearersOf(OLD)).toStrictEqual(['xa-long-trach', 'xa-moi']);
    expect(directory.bearersOf(OLD, { to: '2019-12-31' })).toStrictEqual([]);
    expect(directory.bearersOf(OLD, { to: '2020-01-01' })).toStrictEqual(['xa-long-trach']);
    expect(directory.bearersOf(OLD, { from: '2020-12-31', to: '2021-12-31' })).toStrictEqual([
      'xa-long-trach',
    ]);
    expect(directory.bearersOf(OLD, { from: '2021-01-01', to: '2021-12-31' })).toStrictEqual([]);
    expect(directory.bearersOf(OLD, { from: '2025-06-30' })).toStrictEqual(['xa-moi']);
    expect(directory.bearersOf(OLD, { from: '2025-07-01' })).toStrictEqual([]);
    expect(directory.bearersOf(NEW)).toStrictEqual([]);
  });

  it('knows a system by any of its keys and by the agencies that it serves', () => {
    const agencies = ['xa-long-trach'];
    directory.applySystem('ioffice', {
      type: 'SystemConnected',
      kind: 'eoffice',
      name: 'VNPT iOffice',
      agencies,
      at,
    });
    const ioffice = { id: 'ioffice', kind: 'eoffice', name: 'VNPT iOffice' };
    expect(directory.system('ioffice')).toStrictEqual({ ...ioffice, agencies: new Set(agencies) });
    const [first, second] = ['0a'.repeat(32), 'f9'.repeat(32)] as const;
    const request = { id: 'asked', inputDigest: 'said' };
    directory.applySystem('ioffice', { type: 'SystemKeyIssued', keyDigest: first, at });
    directory.applySystem('ioffice', { type: 'SystemKeyIssued', keyDigest: second, request, at });
    expect(directory.systemKey(systemKeyId(first))).toMatchObject({
      digest: first,
      system: ioffice,
    });
    expect(directory.keyAskedBy(request)?.digest).toBe(second);
    expect(directory.keyAskedBy({ ...request, id: 'other' })).toBeUndefined();
    expect(directory.systemKey('0a0a')).toBeUndefined();
    directory.applySystem('ioffice', { type: 'SystemKeyRevoked', keyDigest: first, at });
    expect(directory.keysOf('ioffice')).toMatchObject([
      { id: '0a'.repeat(8), revokedAt: at },
      { id: 'f9'.repeat(8), system: ioffice },
    ]);
    expect(directory.keysOf('nobody')).toStrictEqual([]);
    expect(directory.systemOf('xa-long-trach')).toMatchObject(ioffice);
    expect(directory.systemOf('nobody')).toBeUndefined();
    expect(directory.systemsConnected()).toHaveLength(1);
  });

  it('lets the system that was connected first receive for an agency', () => {
    for (const id of ['first', 'second']) {
      directory.applySystem(id, {
        type: 'SystemConnected',
        kind: 'eoffice',
        name: id,
        agencies: ['xa-long-trach'],
        at,
      });
    }
    expect(directory.systemOf('xa-long-trach')?.id).toBe('first');
  });
});
