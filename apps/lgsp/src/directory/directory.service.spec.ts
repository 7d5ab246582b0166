import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { type AgencyEvent, CodeInUse } from '@lienthong/directory';
import { InvalidField } from '../http/http.errors.js';
import { validated } from '../http/validate.js';
import { AgencyRequest } from './directory.requests.js';
import { DirectoryService } from './directory.service.js';
import { DirectoryView } from './directory.view.js';

const CODE = { code: '000.00.13.H39', form: 'qcvn102', from: '2020-01-01', to: '2024-12-31' };

const requested = (id: string, ...codes: object[]): AgencyRequest =>
  validated(AgencyRequest, {
    id,
    name: id,
    level: 'province',
    sector: 'state',
    codes,
    from: '2020-01-01',
  });

/** The log, which tells the directory what was registered when it is asked whether that was seen. */
const begun = () => {
  const view = new DirectoryView();
  const log: { id: string; event: AgencyEvent }[] = [];
  const store = {
    handle: (_aggregate: unknown, id: string, command: AgencyEvent) => {
      log.push({ id, event: { ...command, type: 'AgencyRegistered' } as AgencyEvent });
      return Promise.resolve({ lastSequence: log.length });
    },
  };
  const reader = {
    reached: () => {
      for (const { id, event } of log) view.current.applyAgency(id, event);
      return Promise.resolve();
    },
  };
  const service = new DirectoryService(store as never, view, reader as never, {} as never);
  return { service, log };
};

describe('an agency that is registered', () => {
  it('gets no code that another bears on the same days', async () => {
    const { service, log } = begun();
    await service.register(requested('so-tttt', CODE));
    await expect(
      service.register(requested('so-tc', { ...CODE, from: '2024-12-31', to: '2026-01-01' })),
    ).rejects.toThrow(CodeInUse);
    expect(log).toHaveLength(1);
  });

  it('may bear a code that another bore before, and its own again', async () => {
    const { service } = begun();
    await service.register(requested('so-tttt', CODE));
    const { to: _to, ...open } = CODE;
    await expect(
      service.register(requested('so-khcn', { ...open, from: '2025-01-01' })),
    ).resolves.toBe(2);
    await expect(service.register(requested('so-tttt', open))).resolves.toBe(3);
  });

  it('gets no code that another is being registered with', async () => {
    const { service, log } = begun();
    const lines = ['so-tttt', 'so-tc'].map((id) => service.register(requested(id, CODE)));
    expect((await Promise.allSettled(lines)).map(({ status }) => status)).toStrictEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(log.map(({ id }) => id)).toStrictEqual(['so-tttt']);
  });

  it('has a code, and none that ends before it begins', async () => {
    const { service, log } = begun();
    expect(() => requested('so-tttt')).toThrow(InvalidField);
    await expect(
      service.register(requested('so-tttt', { ...CODE, to: '2019-12-31' })),
    ).rejects.toThrow(InvalidField);
    expect(log).toStrictEqual([]);
  });
});
