import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { MockControl } from '../../apps/cli/src/platform/mock-control.js';
import { type Province, startProvince } from './fixture.js';

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;
const DEPARTMENT = '000.00.13.H39';
const DISTRICT = '000.00.32.H39';
const RECIPIENTS = [DISTRICT, '000.21.32.H39', '000.00.00.G22'];

const said = z.object({ status: z.string(), at: z.string() });

const registerSchema = z.object({
  outgoing: z.array(
    z.object({
      documentId: z.string(),
      to: z.array(z.object({ code: z.string(), statuses: z.array(said) })),
    }),
  ),
  incoming: z.array(z.object({ documentId: z.string(), at: z.string(), answers: z.array(said) })),
});

let province: Province;
let startedAt: number;

beforeAll(async () => {
  startedAt = Date.now();
  province = await startProvince({ clock: 'system' });
}, 2 * MINUTES);

afterAll(() => province.end(), MINUTES);

const registerOf = async (agency: string): Promise<z.infer<typeof registerSchema>> => {
  const { eofficeControl } = province.platform.addresses;
  const answer = await fetch(new URL(`/control/register?agency=${agency}`, eofficeControl));
  return registerSchema.parse(await answer.json());
};

const only = <Line>(lines: readonly Line[]): Line => {
  const [line, ...others] = lines;
  if (line === undefined || others.length > 0) throw new Error('not one line');
  return line;
};

describe('e-office systems on a platform that lives in real time', () => {
  it(
    'exchange documents and answers, at the time of the platform and not of their own',
    async () => {
      const order = {
        key: 'real-1',
        from: DEPARTMENT,
        at: startedAt - 2 * DAYS,
        to: RECIPIENTS.map((code) => ({ code, channel: 'electronic' as const })),
        typeName: 'Công văn',
        subject: 'V/v giờ thật',
        notation: 'TEST',
      };
      await new MockControl(province.platform.addresses.eofficeControl).issue([order]);
      await province.settled();

      const line = only((await registerOf(DEPARTMENT)).outgoing);
      expect(line.to.map(({ code }) => code)).toEqual(RECIPIENTS);
      const last = line.to.map(({ statuses }) => statuses.at(-1)?.status);
      expect(last).toEqual(RECIPIENTS.map(() => expect.stringMatching(/^0[26]$/)));

      const arrival = only((await registerOf(DISTRICT)).incoming);
      expect(arrival.documentId).toBe(line.documentId);
      expect(arrival.answers.length).toBeGreaterThan(0);
      for (const { at } of [arrival, ...arrival.answers]) {
        expect(Date.parse(at)).toBeGreaterThanOrEqual(startedAt);
        expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
      }
    },
    2 * MINUTES,
  );
});
