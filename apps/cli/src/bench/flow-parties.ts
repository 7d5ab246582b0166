import { type Platform } from '../up/running-platform.js';
import { type ConnectOrder } from './generator/orders.js';

const CODES = ['000.99.01.H39', '000.99.02.H39', '000.99.03.H39', '000.99.04.H39'];

/** One sender and three recipients, each with a system of its own; no mock serves them, so nobody else answers. */
export const connectParties = async ({ operator, addresses }: Platform): Promise<ConnectOrder> => {
  const agencies = CODES.map((code, index) => ({
    id: `bench-${String(index)}`,
    name: `Đơn vị đo ${String(index)}`,
    level: 'province' as const,
    sector: 'state' as const,
    codes: [{ code, form: 'qcvn102' as const, from: '2019-01-01' }],
    from: '2019-01-01',
  }));
  const refused = (await operator.registerAgencies(agencies)).find(({ ok }) => !ok);
  if (refused !== undefined) throw new Error(JSON.stringify(refused.problem));
  const systems = agencies.map(({ id, name }) =>
    operator.connect({ id, kind: 'eoffice', name, agencies: [id] }),
  );
  const parties = (await Promise.all(systems)).map(({ key }, index) => ({
    code: CODES[index] ?? '',
    key,
  }));
  const [sender = { code: '', key: '' }, ...recipients] = parties;
  return { kind: 'connect', url: addresses.platform, sender, recipients };
};
