import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Caller, G22, LONG_AN, type NationalSide, startNationalSide } from './axis-fixture.js';
import { documentOf } from './axis-packets.js';

const agencies = z.object({
  agencies: z.array(
    z.strictObject({ id: z.string(), code: z.string(), name: z.string(), code102: z.string() }),
  ),
});

const COMMUNE = { code: 'H39.31.21', code102: '000.21.31.H39', name: 'UBND xã', level: 4 };

describe('the directory of the document axis', () => {
  let side: NationalSide;
  let province: Caller;
  let office: Caller;

  beforeAll(async () => {
    side = await startNationalSide();
    province = new Caller(side, LONG_AN);
    office = new Caller(side, G22);
  });

  afterAll(() => side.stop());

  const listed = async (operation: string, request = {}, caller = office) =>
    agencies.parse(await caller.call(operation, request)).agencies;

  const codes = async (operation: string, request = {}, caller = office) =>
    (await listed(operation, request, caller)).map(({ code102 }) => code102);

  it('getAgenciesList gives every agency with the codes of both forms', async () => {
    expect(await listed('getAgenciesList')).toContainEqual({
      id: '000-00-13-H53',
      code: 'H53.13',
      code102: '000.00.13.H53',
      name: 'Sở Thông tin và Truyền thông tỉnh Tây Ninh',
    });
  });

  it('registerAgency lists an agency, which then can receive', async () => {
    expect(await office.send(documentOf(G22, [COMMUNE.code102]))).toMatchObject({ status: 'FAIL' });
    expect(await province.call('registerAgency', COMMUNE)).toMatchObject({ status: 'OK' });
    expect(await codes('getAgenciesList')).toContain(COMMUNE.code102);
    expect(await office.send(documentOf(G22, [COMMUNE.code102]))).toMatchObject({ status: 'OK' });
  });

  it('registerAgency again changes what is said of the agency', async () => {
    const renamed = { ...COMMUNE, name: 'UBND xã An Thạnh', code: 'H39.31.22' };
    await province.call('registerAgency', renamed);
    await province.call('registerAgency', renamed);
    const [agency, ...others] = (await listed('getAgenciesList')).filter(
      ({ code102 }) => code102 === COMMUNE.code102,
    );
    expect(agency).toMatchObject({ name: renamed.name, code: renamed.code });
    expect(others).toStrictEqual([]);
    const toOldCode = await office.send(documentOf(G22, [COMMUNE.code], 2));
    expect(toOldCode).toMatchObject({ ErrorCode: 'RECEIVER_UNKNOWN' });
  });

  it('getAgenciesListQD20 gives the agencies of one level', async () => {
    const communes = await codes('getAgenciesListQD20', { level: 4 });
    expect(communes).toEqual(expect.arrayContaining([COMMUNE.code102, '000.21.31.H53']));
    expect(communes).not.toContain('000.00.00.H53');
    expect(await codes('getAgenciesListQD20', { level: 2 })).toContain('000.00.00.H53');
    expect(await codes('getAgenciesListQD20', { level: 1 })).toContain(G22);
  });

  it('getSynchronizeUnit gives the agencies of the calling system', async () => {
    expect(await codes('getSynchronizeUnit', {}, province)).toStrictEqual([COMMUNE.code102]);
    expect(await codes('getSynchronizeUnit', {}, office)).toStrictEqual([G22]);
  });

  it('deleteAgency takes an agency off the list, by either form of its code', async () => {
    for (const AgencyCode of [COMMUNE.code102, COMMUNE.code]) {
      await province.call('registerAgency', COMMUNE);
      expect(await province.call('deleteAgency', { AgencyCode })).toMatchObject({ status: 'OK' });
      expect(await codes('getAgenciesList')).not.toContain(COMMUNE.code102);
    }
    const late = await office.send(documentOf(G22, [COMMUNE.code102], 3));
    expect(late).toMatchObject({ ErrorCode: 'RECEIVER_UNKNOWN' });
  });

  it('keeps what was accepted for an agency that was deleted since', async () => {
    expect(await province.list()).toHaveLength(1);
  });
});
