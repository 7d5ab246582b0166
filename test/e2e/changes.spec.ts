import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlatformClient, type StatusReport } from '@lienthong/connector';
import { type Instant, instant, sha256 } from '@lienthong/kernel';
import { packet, type Province, startProvince } from './fixture.js';
import { codeOf, connectOffices, letter } from './offices.js';

const MINUTES = 60_000;
const CABINET = '000.00.00.G22';
const HEADER_ID = '000.00.00.G22,2015/09/30,7816/VPCP-TTĐT';
const AT = '2020-03-02T08:00:00+07:00';

let province: Province;
let keys: ReadonlyMap<string, string> = new Map();

const client = (office: string): PlatformClient =>
  new PlatformClient({
    url: addressOf(),
    key: keys.get(office) ?? '',
  });

const addressOf = (): string => province.platform.addresses.platform;

const auth = (office: string) => ({ authorization: `Bearer ${keys.get(office) ?? ''}` });

beforeAll(async () => {
  province = await startProvince();
  keys = await connectOffices(province);
  // The axis has to know them before anybody outside can write to them.
  await province.settled();
}, 2 * MINUTES);

afterAll(() => province.end(), MINUTES);

const traceOf = async (document: string) => {
  const [trace] = await province.platform.operator.traces(document);
  if (trace === undefined) throw new Error(`no trace of ${document}`);
  return trace;
};

const standing = async (document: string) =>
  Object.fromEntries(
    (await traceOf(document)).deliveries.map(({ to, status }) => [to, status] as const),
  );

const later = (minutes: number): Instant => instant(AT) + minutes * 60_000;

const say = async (office: string, report: Omit<StatusReport, 'agency'>) => {
  const [outcome] = await client(office).reportStatuses([{ ...report, agency: office }]);
  return outcome?.ok === true ? 'ok' : outcome?.problem.code;
};

const recorded = async (office: string, report: Omit<StatusReport, 'agency'>) => {
  const [outcome] = await client(office).reportStatuses([{ ...report, agency: office }]);
  return outcome?.ok === true ? outcome.recorded : outcome?.problem.code;
};

describe('a document that is issued, updated and revoked by its packets', () => {
  const addressed = (name: string) =>
    packet(name, [
      [/000\.00\.00\.H41/g, codeOf('thu-a')],
      [/000\.00\.00\.H14/g, codeOf('thu-b')],
      [/000\.00\.00\.G17/g, codeOf('thu-c')],
    ]);

  const twice = async (name: string): Promise<void> => {
    await province.axis(CABINET).sendEdoc(addressed(name), 'edoc');
    await province.axis(CABINET).sendEdoc(addressed(name), 'edoc');
    await province.settled();
  };

  it(
    'is one document, and each change happens once, repeated and after a restart',
    async () => {
      await twice('new-three-recipients.edxml');
      await twice('update.edxml');
      province = await province.restart();
      await twice('new-three-recipients.edxml');
      await twice('update.edxml');
      await twice('revoke.edxml');
      province = await province.restart();
      await twice('update.edxml');
      await twice('revoke.edxml');

      const traces = await province.platform.operator.traces(HEADER_ID);
      expect(traces).toHaveLength(1);
      const trace = await traceOf(HEADER_ID);
      expect(trace.changes.map(({ type }) => type)).toStrictEqual([
        'DocumentUpdated',
        'DocumentRevoked',
      ]);
      expect(trace).toMatchObject({ status: 'revoked', revision: 2 });
      const hops = Object.fromEntries(
        trace.deliveries.map(({ to, hops: made }) => [to, made.map(({ type }) => type)]),
      );
      const way = ['DeliveryRouted', 'DeliverySent'];
      expect(hops).toStrictEqual({
        [codeOf('thu-a')]: [...way, 'UpdateRequested', 'DeliveryRevoked'],
        [codeOf('thu-b')]: [...way, 'TakeBackRequested', 'DeliveryRevoked'],
        [codeOf('thu-c')]: [...way, 'UpdateRequested', 'DeliveryRevoked'],
      });
      const { entries } = await client('thu-b').inbox({});
      expect(entries.map(({ kind }) => kind)).toStrictEqual([
        'document',
        'take-back',
        'revocation',
      ]);
      expect((await province.platform.operator.status()).parked).toBe(0);
    },
    3 * MINUTES,
  );
});

describe('a document that is asked back', () => {
  it(
    'is given back or kept as its recipient says, and not asked for too late or twice',
    async () => {
      const { documentId } = await client('thu-a').sendDocument(letter('101'));
      await province.settled();
      const ask = (office: string, minutes: number) =>
        recorded('thu-a', {
          documentId,
          status: '13',
          recipient: codeOf(office),
          at: later(minutes),
          description: 'Gửi nhầm',
        });

      expect(await ask('thu-b', 10)).toBe(true);
      expect(await ask('thu-b', 10)).toBe(false);
      expect(await ask('thu-b', 11)).toBe('request-open');
      expect(await ask('thu-c', 10)).toBe(true);
      const answer = (office: string, status: string) =>
        say(office, { documentId, status, at: later(20) });
      expect(await answer('thu-b', '15')).toBe('ok');
      expect(await answer('thu-c', '16')).toBe('ok');
      expect(await answer('thu-c', '15')).toBe('no-open-request');
      expect(await ask('thu-b', 30)).toBe('too-late');
      expect(await ask('thu-c', 30)).toBe(true);
      expect(await say('thu-c', { documentId, status: '06', at: later(40) })).toBe('ok');
      expect(await ask('thu-c', 50)).toBe('too-late');
      expect(await say('thu-b', { documentId, status: '13', at: later(60) })).toBe('wrong-speaker');

      await province.settled();
      expect(await standing(documentId)).toStrictEqual({
        [codeOf('thu-b')]: 'taken-back',
        [codeOf('thu-c')]: 'completed',
      });
      const { entries } = await client('thu-a').statuses({});
      const heard = entries.filter((entry) => entry.documentId === documentId);
      expect(heard.map(({ statusCode }) => statusCode).sort()).toStrictEqual(['06', '15', '16']);
    },
    MINUTES,
  );
});

describe('a new version', () => {
  it(
    'is offered to each recipient, joined by others, and shown as it was when it was offered',
    async () => {
      const first = letter('201', { to: [{ code: codeOf('thu-b') }] });
      const { documentId } = await client('thu-a').sendDocument(first);
      const second = {
        ...first,
        subject: 'V/v đã sửa',
        update: { reason: 'Sai thể thức', add: [{ code: codeOf('thu-c') }] },
      };
      await province.settled();
      await client('thu-a').sendDocument(second);
      await client('thu-a').sendDocument(second);
      await province.settled();

      const seen = async (office: string) =>
        (await client(office).inbox({})).entries
          .filter((entry) => entry.documentId === documentId)
          .map(({ kind, revision, subject }) => [kind, revision, subject]);
      expect(await seen('thu-b')).toStrictEqual([
        ['document', 1, 'V/v thử 201'],
        ['update', 2, 'V/v đã sửa'],
      ]);
      expect(await seen('thu-c')).toStrictEqual([['document', 2, 'V/v đã sửa']]);
      const third = { ...second, update: { reason: 'Sửa tiếp' } };
      await expect(client('thu-a').sendDocument(third)).rejects.toMatchObject({
        code: 'request-open',
      });
      expect(await say('thu-b', { documentId, status: '15', at: later(30) })).toBe('ok');
      await client('thu-a').sendDocument(third);
      await province.settled();
      expect(await traceOf(documentId)).toMatchObject({ revision: 3 });
    },
    MINUTES,
  );

  it(
    'in the place of another document leaves that one replaced',
    async () => {
      const old = await client('thu-a').sendDocument(letter('301'));
      const replaces = [{ documentId: letter('301').documentId }];
      await client('thu-a').sendDocument(letter('302', { replaces }));
      await province.settled();
      expect(await traceOf(old.documentId)).toMatchObject({ status: 'replaced' });
    },
    MINUTES,
  );
});

describe('a document that is revoked as JSON', () => {
  it(
    'is revoked by its sender alone, once, and every version of it stays readable',
    async () => {
      const first = letter('501', {
        attachments: [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('một') }],
      });
      const { documentId } = await client('thu-a').sendDocument(first);
      await client('thu-a').sendDocument({
        ...first,
        attachments: [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('hai') }],
        update: { reason: 'Nhầm tệp' },
      });
      const revoke = (office: string) =>
        fetch(new URL(`/v1/documents/${documentId}/revocation`, addressOf()), {
          method: 'POST',
          headers: { ...auth(office), 'content-type': 'application/json' },
          body: JSON.stringify({ reason: 'Ban hành nhầm' }),
        });
      expect((await revoke('thu-b')).status).toBe(403);
      expect((await revoke('thu-a')).status).toBe(200);
      expect((await revoke('thu-a')).status).toBe(200);
      await province.settled();
      expect(await traceOf(documentId)).toMatchObject({
        status: 'revoked',
        changes: [{ type: 'DocumentUpdated' }, { type: 'DocumentRevoked' }],
      });
      const read = async (path: string) =>
        (
          await fetch(new URL(`/v1/documents/${documentId}/${path}`, addressOf()), {
            headers: auth('thu-b'),
          })
        ).text();
      expect(await read(`attachments/${sha256(Buffer.from('một'))}`)).toBe('một');
      expect(await read(`attachments/${sha256(Buffer.from('hai'))}`)).toBe('hai');
      expect(await read('packet?revision=1')).not.toContain('Nhầm tệp');
      expect(await read('packet')).toContain('Nhầm tệp');
    },
    MINUTES,
  );
});

describe('a document for a group', () => {
  it(
    'goes to its members as they were on that day',
    async () => {
      const { operator } = province.platform;
      const members = [codeOf('thu-a'), 'thu-b', codeOf('thu-c')];
      await operator.defineGroup('thu', { name: 'Thử', members, from: '2020-01-01' });
      const sent = await client('thu-a').sendDocument(letter('601', { to: [{ group: 'thu' }] }));
      expect(sent.deliveries.map(({ agency }) => agency)).toStrictEqual(['thu-b', 'thu-c']);
      const nobody = letter('602', { to: [{ group: 'ai' }] });
      const refusal = { code: 'recipient-unknown' };
      await expect(client('thu-a').sendDocument(nobody)).rejects.toMatchObject(refusal);
    },
    MINUTES,
  );
});

describe('a document for a closed agency', () => {
  it(
    'reaches the right successor, or is parked and never guessed',
    async () => {
      const entry = { agency: 'thu-b', territory: 'bac', source: 'NQ 1' };
      await province.platform.operator.closeAgency('thu-c', {
        on: '2020-02-28',
        successors: [entry, { agency: 'thu-a', territory: 'nam' }],
      });
      const to = (territory?: string) => [
        { code: codeOf('thu-c'), ...(territory === undefined ? {} : { territory }) },
      ];
      const north = await client('thu-a').sendDocument(letter('401', { to: to('bac') }));
      const before = (await province.platform.operator.status()).parked ?? 0;
      const nowhere = await client('thu-a').sendDocument(letter('402', { to: to() }));
      await province.settled();
      const trace = await traceOf(north.documentId);
      expect(trace.deliveries.map(({ recipient, status }) => [recipient, status])).toStrictEqual([
        ['thu-c', 'rerouted'],
        ['thu-b', 'sent'],
      ]);
      const { entries } = await client('thu-b').inbox({});
      expect(entries.at(-1)).toMatchObject({ documentId: north.documentId, kind: 'document' });
      expect(await standing(nowhere.documentId)).toStrictEqual({ [codeOf('thu-c')]: 'parked' });
      const after = (await province.platform.operator.status()).parked ?? 0;
      expect(after - before).toBe(1);
    },
    MINUTES,
  );
});
