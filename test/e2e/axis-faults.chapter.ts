import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { MockControl, controlBeyondAxis } from '../../apps/cli/src/platform/mock-control.js';
import { type MockFault, Mocks } from '../../apps/cli/src/platform/mocks.js';
import { SENDER, SENT, deliveriesOf, inbox, until, write } from './letters.js';
import { province } from './shared-province.js';

const MINUTES = 60_000;
const CABINET = '000.00.00.G22';
const RECIPIENTS = [CABINET, '000.00.00.H53', '000.00.00.G17'];
const DOCUMENTS = 1;
/** All that can be said of a document that ends. */
const CHAINS = ['01 02', '01 03 04 05 06'];

const heard = z.object({ statuses: z.array(z.object({ statusCode: z.string() })) });

const mocks = (): Mocks => new Mocks(province().platform.addresses);

const beyondAxis = (): string => controlBeyondAxis(province().platform.addresses);

const faultOf = (faults: readonly MockFault[]): MockFault | undefined => faults[0];

/** What the Government Office has heard of a document of its own. */
const heardOf = async (documentId: string): Promise<string> => {
  const url = new URL('/control/statuses', beyondAxis());
  url.searchParams.set('documentId', documentId);
  const { statuses } = heard.parse(await (await fetch(url)).json());
  return chainOf(statuses.map(({ statusCode }) => statusCode));
};

/** In the order of the codes: reordering, and only that, may bring them in another. */
const chainOf = (codes: readonly string[]): string => [...codes].sort().join(' ');

/** Of each delivery, whether its recipient has said the last that it says; whoever is beyond the axis looks at it now. */
const endedOf = async (documents: readonly string[]): Promise<readonly boolean[]> => {
  await new MockControl(beyondAxis()).settle();
  return (await Promise.all(documents.map((id) => deliveriesOf(id))))
    .flat()
    .map(({ hops }) => hops.some(({ statusCode }) => statusCode === '06' || statusCode === '02'));
};

const areAll = (answers: readonly boolean[]): boolean =>
  answers.length > 0 && !answers.includes(false);

const numbered = <T>(make: (n: number) => T): readonly T[] =>
  Array.from({ length: DOCUMENTS }, (_, n) => make(n + 1));

const fromOutside = (kind: string): Promise<void> =>
  new MockControl(beyondAxis()).issue(
    numbered((n) => ({
      key: `${kind}/${String(n)}`,
      from: CABINET,
      at: SENT,
      to: [{ code: SENDER, channel: 'electronic' }],
      typeName: 'Công văn',
      subject: `${kind} vào ${String(n)}`,
      notation: 'LOI',
    })),
  );

describe('while the axis has a fault, nothing is lost and nothing comes twice', () => {
  beforeAll(() => province().settled(), MINUTES);

  afterEach(async () => {
    for (const { kind } of await mocks().faults())
      await mocks().switchFault({ kind, probability: 0 });
  });

  it.each([
    ['outage', 1],
    ['latency', 0.5],
    ['loss-of-requests', 0.2],
    ['loss-of-answers', 0.2],
    ['duplicates', 0.5],
    ['reordering', 1],
  ])(
    '%s',
    async (kind, probability) => {
      await mocks().switchFault({ kind, probability, seed: '1', milliseconds: 300 });
      await fromOutside(kind);
      const sent = await Promise.all(
        numbered((n) => write(`${String(n)}/${kind}`, `${kind} ra ${String(n)}`, ...RECIPIENTS)),
      );
      await until(
        async () => faultOf(await mocks().faults())?.struck ?? 0,
        (times) => times > 1,
      );
      // During an outage nobody gets on; everything else is got over while it lasts.
      if (kind !== 'outage') await until(() => endedOf(sent), areAll);
      await mocks().switchFault({ kind, probability: 0 });
      await province().settled();

      const deliveries = (await Promise.all(sent.map((id) => deliveriesOf(id)))).flat();
      expect(deliveries).toHaveLength(DOCUMENTS * RECIPIENTS.length);
      for (const { hops } of deliveries) {
        expect(hops.filter(({ type }) => type === 'DeliverySent')).toHaveLength(1);
        expect(CHAINS).toContain(chainOf(hops.flatMap(({ statusCode }) => statusCode ?? [])));
      }
      const came = (await inbox()).filter(({ subject }) => subject.startsWith(`${kind} vào`));
      expect(came.map(({ subject }) => subject).sort()).toEqual(
        numbered((n) => `${kind} vào ${String(n)}`),
      );
      for (const { headerDocumentId } of came)
        expect(CHAINS).toContain(await heardOf(headerDocumentId));
    },
    2 * MINUTES,
  );
});
