import { describe, expect, it } from '@jest/globals';
import { PlatformProblem } from '@lienthong/connector';
import { z } from 'zod';
import { packet } from './fixture.js';
import { province } from './shared-province.js';

const MINUTES = 60_000;

const OFFICE = '000.00.00.H39';
const CABINET = '000.00.00.G22';
const HEADER_ID = '000.00.00.G22,2015/09/30,7816/VPCP-TTĐT';
const FROM_OFFICE = [/(<edXML:From>\s*<edXML:OrganId>)[^<]*/, `$1${OFFICE}`] as const;

const heard = z.object({ statuses: z.array(z.object({ statusCode: z.string() })) });

const traceOf = async (document: string) => {
  const [trace, ...others] = await province().platform.operator.traces(document);
  if (trace === undefined || others.length > 0) throw new Error(`not one document: ${document}`);
  return trace;
};

const heardByMinistry = async (documentId: string): Promise<readonly { statusCode: string }[]> => {
  const url = new URL('/control/statuses', province().platform.addresses.nationalControl);
  url.searchParams.set('documentId', documentId);
  return heard.parse(await (await fetch(url)).json()).statuses;
};

/** A JSON document from one agency to others, issued by the system that serves the first. */
const write = async (
  system: string,
  from: string,
  to: readonly string[],
  number: string,
): Promise<string> => {
  const { documentId } = await province()
    .client(system)
    .sendDocument({
      from,
      documentId: `${from},2020/03/02,${number}`,
      code: { number, notation: 'TEST' },
      typeName: 'Công văn',
      subject: `V/v thử ${number}`,
      to: to.map((code) => ({ code })),
    });
  await province().settled();
  return documentId;
};

const ended = ({ status }: { readonly status: string }): boolean =>
  status === 'completed' || status === 'refused';

describe('a document of the Government Office', () => {
  const recipients = [OFFICE, '000.00.13.H39', '000.21.32.H39'];

  it(
    'arrives in the inboxes of Long An, and their statuses reach the Government Office',
    async () => {
      const addressed = packet('new-three-recipients.edxml', [
        ['000.00.00.H41', recipients[0] ?? ''],
        ['000.00.00.H14', recipients[1] ?? ''],
        ['000.00.00.G17', recipients[2] ?? ''],
      ]);
      await province().axis(CABINET).sendEdoc(addressed, 'edoc');
      await province().settled();

      const trace = await traceOf(HEADER_ID);
      expect(trace.deliveries.map(({ to }) => to).sort()).toStrictEqual([...recipients].sort());
      expect(trace.deliveries.every(ended)).toBe(true);
      const { entries } = await province()
        .client('qlvb-ubnd')
        .inbox({ agencies: [OFFICE] });
      expect(entries.map(({ headerDocumentId }) => headerDocumentId)).toContain(HEADER_ID);

      const told = await heardByMinistry(HEADER_ID);
      const said = trace.deliveries.flatMap(({ hops }) =>
        hops.filter((hop) => hop.statusCode !== undefined),
      );
      expect(told.map(({ statusCode }) => statusCode).sort()).toStrictEqual(
        said.map(({ statusCode }) => statusCode).sort(),
      );
      expect(said.length).toBeGreaterThanOrEqual(recipients.length * 2);
    },
    MINUTES,
  );

  it('may not be sent by a system of Long An as it is', async () => {
    const sent = province().client('qlvb-ubnd').sendPacket(packet('new-three-recipients.edxml'));
    await expect(sent).rejects.toMatchObject({ status: 403, code: 'sender-not-yours' });
    await expect(sent).rejects.toBeInstanceOf(PlatformProblem);
  });
});

describe('the same packet, issued again by Long An', () => {
  it(
    'gives three deliveries over the axis, each ending in 06 or in 02 with a reason',
    async () => {
      const answer = await province()
        .client('qlvb-ubnd')
        .sendPacket(packet('new-three-recipients.edxml', [FROM_OFFICE]));
      expect(answer.deliveries.map(({ to, via }) => [to, via])).toStrictEqual([
        ['000.00.00.H41', 'axis'],
        ['000.00.00.H14', 'axis'],
        ['000.00.00.G17', 'axis'],
      ]);
      await province().settled();

      const trace = await traceOf(answer.documentId);
      for (const delivery of trace.deliveries) {
        expect(['02', '06']).toContain(delivery.statusCode);
        const sequences = delivery.hops.map(({ sequence }) => sequence);
        expect(sequences).toStrictEqual([...sequences].sort((a, b) => a - b));
        expect(new Set(sequences).size).toBe(sequences.length);
        expect(delivery.hops.map(({ type }) => type)).toEqual(
          expect.arrayContaining(['DeliveryRouted', 'DeliverySent', 'StatusReported']),
        );
      }
    },
    MINUTES,
  );
});

describe('documents in every direction', () => {
  it.each([
    ['central', CABINET, 'central'],
    ['another province', '000.00.00.H53', 'province@other'],
  ])(
    'commune to %s',
    async (name, to, cell) => {
      const documentId = await write('qlvb-huyen-ben-luc', '000.21.32.H39', [to], name);
      const { deliveries } = await traceOf(documentId);
      expect(deliveries.map(({ level }) => level)).toStrictEqual([cell.replace('@other', '')]);
      expect(deliveries.every(ended)).toBe(true);
      const { cells } = await province().platform.operator.flow();
      expect(cells).toContainEqual(expect.objectContaining({ from: 'commune', to: cell }));
    },
    MINUTES,
  );

  it(
    'central to a commune',
    async () => {
      const documentId = '000.00.00.G22,2020/03/02,99/VPCP-KSTT';
      const addressed = packet('new-three-recipients.edxml', [
        [HEADER_ID, documentId],
        ['000.00.00.H41', '000.21.32.H39'],
        ['000.00.00.H14', '000.22.32.H39'],
        ['000.00.00.G17', '000.23.32.H39'],
      ]);
      await province().axis(CABINET).sendEdoc(addressed, 'edoc');
      await province().settled();
      const { deliveries } = await traceOf(documentId);
      expect(deliveries.map(({ level }) => level)).toStrictEqual(['commune', 'commune', 'commune']);
      expect(deliveries.every(ended)).toBe(true);
    },
    MINUTES,
  );

  it(
    'a department to all districts and communes, listed one by one',
    async () => {
      const agencies = await province().platform.operator.agencies();
      const below = agencies.filter(
        ({ realm, placement }) =>
          realm === 'inside' && ['district', 'commune'].includes(placement.level),
      );
      const codes = below.map(({ code }) => code);
      expect(codes.length).toBeGreaterThan(200);
      const documentId = await write('qlvb-so-tttt', '000.00.13.H39', codes, 'tất-cả');
      const { deliveries } = await traceOf(documentId);
      expect(deliveries.map(({ to }) => to).sort()).toStrictEqual([...codes].sort());
      expect(deliveries.every(ended)).toBe(true);
    },
    MINUTES,
  );
});
