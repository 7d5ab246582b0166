import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';

const STEP: [number, number] = [1, 60];
const STEPS = { '01': STEP, '02': STEP, '03': STEP, '04': STEP, '05': STEP, '06': STEP };

/** Internal ids equal codes here, so that the stand-in needs no directory. */
const agency = (id: string, level: string): object => ({
  id,
  name: id,
  level,
  codes: [{ code: id }],
});

const PROVINCE = {
  province: 'Thử',
  behaviour: {
    jsonShare: 0.3,
    refusalShare: 0.3,
    refusalReasons: ['Gửi nhầm'],
    delaySeconds: { province: STEPS, district: STEPS, commune: STEPS },
  },
  agencies: [agency('P', 'province'), agency('D', 'district'), agency('C', 'commune')],
  systems: [
    { id: 'province', kind: 'eoffice', agencies: ['P'] },
    { id: 'district', kind: 'eoffice', agencies: ['D', 'C'] },
  ],
};

/** The agencies that each system works for. */
export const AGENCIES = new Map(PROVINCE.systems.map(({ id, agencies }) => [id, agencies]));

/** A new folder with `province.yaml`, and `keys.json` with a key of each system. */
export const provinceFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-eoffice-'));
  await writeFile(join(folder, 'province.yaml'), stringify(PROVINCE));
  const keys = Object.fromEntries([...AGENCIES.keys()].map((id) => [id, `key of ${id}`]));
  await writeFile(join(folder, 'keys.json'), JSON.stringify(keys));
  return folder;
};

export const order = (n: number, from: string, to: readonly string[]): object => ({
  key: `k${String(n)}`,
  from,
  at: `2020-03-02T08:00:${String(n).padStart(2, '0')}+07:00`,
  to: to.map((code) => ({ code, channel: 'electronic' })),
  typeName: 'Công văn',
  subject: `Về việc ${String(n)}`,
  notation: 'CV',
});

export const ORDERS = [
  order(1, 'P', ['D', 'C']),
  order(2, 'D', ['P']),
  order(3, 'C', ['D']),
  order(4, 'P', ['C']),
  order(5, 'P', []),
  order(6, 'D', ['C']),
];

const counts = z.object({
  outstanding: z.int(),
  issued: z.int(),
  sent: z.int(),
  refused: z.int(),
  received: z.int(),
  statusesSent: z.int(),
  statusesHeard: z.int(),
  failing: z.array(z.object({ system: z.string(), lastError: z.string() })),
});

const said = z.object({ status: z.string(), at: z.string() });

const registers = z.object({
  outgoing: z.array(
    z.object({
      number: z.int(),
      subject: z.string(),
      to: z.array(z.object({ code: z.string(), statuses: z.array(said) })),
    }),
  ),
  incoming: z.array(
    z.object({ number: z.int(), from: z.string(), subject: z.string(), answers: z.array(said) }),
  ),
});

export const issue = (control: string, documents: readonly object[]): Promise<Response> =>
  fetch(`${control}/issue`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ documents }),
  });

export const state = async (control: string): Promise<z.infer<typeof counts>> =>
  counts.parse(await (await fetch(`${control}/state`)).json());

export const register = async (
  control: string,
  agency: string,
): Promise<z.infer<typeof registers>> =>
  registers.parse(await (await fetch(`${control}/register?agency=${agency}`)).json());

/** Until nothing is outstanding and a round finds nothing new; it is the test's time limit that ends the wait. */
export const settle = async (control: string): Promise<z.infer<typeof counts>> => {
  const round = z.object({ found: z.int(), outstanding: z.int() });
  for (;;) {
    const response = await fetch(`${control}/settle`, { method: 'POST' });
    const { found, outstanding } = round.parse(await response.json());
    if (found === 0 && outstanding === 0) return state(control);
  }
};
