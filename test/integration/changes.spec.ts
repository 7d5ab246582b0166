import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NewDocument, type PlatformClient, PlatformProblem } from '@lienthong/connector';
import { instant } from '@lienthong/kernel';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { MORNING, Province } from './lgsp-province.js';

const CODES = { 'so-a': '000.00.91.H39', 'so-b': '000.00.92.H39', 'so-d': '000.00.94.H39' };
const { 'so-a': SENDER, 'so-b': RECIPIENT, 'so-d': OTHER } = CODES;

let province: Province;
let client: PlatformClient;

beforeAll(async () => {
  province = await Province.start();
  client = await province.connect(CODES);
}, 60_000);

afterAll(() => province.stop());

const letter = (number: string, changes: Partial<NewDocument> = {}): NewDocument => ({
  from: SENDER,
  documentId: `${SENDER},2020/03/02,${number}`,
  code: { number, notation: 'TEST' },
  typeName: 'Công văn',
  subject: `V/v thử ${number}`,
  to: [{ code: RECIPIENT }],
  ...changes,
});

const standing = z.object({
  lastSequence: z.number(),
  processes: z.array(z.object({ waiting: z.number() })),
  readModels: z.object({ position: z.number() }),
});

/** Every process and every read model has taken in all that was written, and nothing came of it. */
const settled = async (): Promise<void> => {
  for (let before = -1; ;) {
    const { lastSequence, processes, readModels } = standing.parse(
      await (await province.ask('status')).json(),
    );
    const isQuiet = processes.every(({ waiting }) => waiting === 0);
    if (isQuiet && readModels.position >= lastSequence && lastSequence === before) return;
    before = lastSequence;
  }
};

const issued = async (document: NewDocument): Promise<string> => {
  const { documentId } = await client.sendDocument(document);
  await settled();
  return documentId;
};

/** The problem, where it was refused. */
const problemOf = async (sent: Promise<unknown>): Promise<PlatformProblem | undefined> => {
  try {
    await sent;
    return undefined;
  } catch (error) {
    if (error instanceof PlatformProblem) return error;
    throw error;
  }
};

const faring = async (sent: Promise<unknown>): Promise<string> =>
  (await problemOf(sent))?.code ?? 'ok';

const found = z.looseObject({ entries: z.array(z.unknown()).optional() });

let minutes = 0;

/** Each a minute after the one before. */
const say = async (
  agency: string,
  documentId: string,
  status: string,
  more: { readonly recipient?: string; readonly description?: string } = {},
): Promise<string> => {
  minutes += 1;
  const at = MORNING + minutes * 60_000;
  const [outcome] = await client.reportStatuses([{ agency, documentId, status, at, ...more }]);
  await settled();
  return outcome?.ok === true ? 'ok' : (outcome?.problem.code ?? 'silence');
};

const traced = z.object({ revision: z.number() });

const revisionOf = async (documentId: string): Promise<number> =>
  traced.parse(await (await province.ask(`documents/${documentId}`)).json()).revision;

/** What the recipient was told of the document. */
const heard = async (documentId: string) => {
  const { entries } = await client.inbox({ limit: 500 });
  return entries.filter((entry) => entry.documentId === documentId);
};

describe('updates in quick succession', () => {
  it('are each refused or offered in the end, one at a time', async () => {
    const first = letter('101');
    const documentId = await issued(first);
    const updates = ['hai', 'ba', 'bốn', 'năm'].map((reason) =>
      faring(client.sendDocument({ ...first, subject: reason, update: { reason } })),
    );
    for (const fared of await Promise.all(updates)) expect(['ok', 'request-open']).toContain(fared);
    await settled();
    const newest = await revisionOf(documentId);
    const offered = async () =>
      (await heard(documentId)).filter(({ kind }) => kind === 'update').length;
    expect(await offered()).toBe(1);
    while ((await say(RECIPIENT, documentId, '16')) === 'ok');
    expect((await heard(documentId)).at(-1)).toMatchObject({ kind: 'update', revision: newest });
    expect(await offered()).toBe(newest > 2 ? 2 : 1);
  });
});

describe('a change that cannot be asked for', () => {
  it('names the recipient that has not answered, by update and by 13', async () => {
    const first = letter('201');
    const documentId = await issued(first);
    await client.sendDocument({ ...first, update: { reason: 'Sai' } });
    await settled();
    const again = await problemOf(client.sendDocument({ ...first, update: { reason: 'Nữa' } }));
    expect(again?.code).toBe('request-open');
    expect(again?.message).toContain(RECIPIENT);
    const [asked] = await client.reportStatuses([
      { agency: SENDER, documentId, status: '13', recipient: RECIPIENT },
    ]);
    const problem = asked?.ok === false ? asked.problem : undefined;
    expect(problem?.code).toBe('request-open');
    expect(problem?.message).toContain(RECIPIENT);
  });

  it.each([
    ['gave the document back', ['15'], '203'],
    ['refused it', ['16', '02'], '204'],
  ])('names who %s and is added again', async (_what, words, number) => {
    const first = letter(number, { to: [{ code: RECIPIENT }, { code: OTHER }] });
    const documentId = await issued(first);
    expect(await say(SENDER, documentId, '13', { recipient: RECIPIENT })).toBe('ok');
    for (const status of words) expect(await say(RECIPIENT, documentId, status)).toBe('ok');
    const again = (...add: readonly string[]) => ({
      ...first,
      update: { reason: 'Gửi lại', add: add.map((code) => ({ code })) },
    });
    const refused = await problemOf(client.sendDocument(again(OTHER, RECIPIENT)));
    expect(refused).toMatchObject({ code: 'too-late', status: 409 });
    expect(refused?.message).toContain(`: ${RECIPIENT}.`);
  });

  it('names whom the document was never addressed to', async () => {
    const first = letter('202');
    await issued(first);
    const strangers = [{ code: 'so-c' }, { code: RECIPIENT }, { code: SENDER }];
    const update = { reason: 'Lấy lại', askBack: strangers };
    const refused = await problemOf(client.sendDocument({ ...first, update }));
    expect(refused).toMatchObject({ code: 'not-a-recipient', status: 422 });
    expect(refused?.message).toContain(`so-c, ${SENDER}`);
  });
});

describe('a request that lacks something, or names nobody', () => {
  it('says that 13 has to name whom it asks', async () => {
    const documentId = await issued(letter('401'));
    const [outcome] = await client.reportStatuses([{ agency: SENDER, documentId, status: '13' }]);
    const problem = outcome?.ok === false ? outcome.problem : undefined;
    expect(problem?.problem).toMatchObject({
      ...{ code: 'invalid-field', status: 400 },
      errors: [{ pointer: '/recipient' }],
    });
  });

  it.each([
    ['a time before there was such an agency', '1900-01-01T00:00:00+07:00'],
    ['a day before the document was sent', '2020-03-01T23:00:00+07:00'],
  ])('names the time of a status that is %s', async (what, at) => {
    const documentId = await issued(letter(`402 ${what}`));
    const [outcome] = await client.reportStatuses([
      { agency: RECIPIENT, documentId, status: '03', at: instant(at) },
    ]);
    const problem = outcome?.ok === false ? outcome.problem : undefined;
    expect(problem?.problem).toMatchObject({
      ...{ code: 'invalid-field', status: 400 },
      errors: [{ pointer: '/at' }],
    });
  });

  it.each([
    ['PUT', 'groups/nhom', { name: 'Nhóm', members: ['so-a', 'so-x'], from: '2020-01-01' }],
    ['POST', 'systems', { id: 's', kind: 'kit', name: 'S', agencies: ['so-a', 'so-x'] }],
  ])('names the member of %s %s that is nobody', async (method, path, request) => {
    const list = 'members' in request ? 'members' : 'agencies';
    const answer = await province.ask(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    expect(await answer.json()).toMatchObject({
      code: 'agency-unknown',
      errors: [{ pointer: `/${list}/1` }],
    });
  });
});

describe('a search', () => {
  const asked = async (query: string) => {
    const answer = await province.ask(`documents?${query}`);
    return { status: answer.status, json: found.parse(await answer.json()) };
  };

  it.each(['text', 'code'])('needs a letter or a digit in its %s', async (name) => {
    const { status, json } = await asked(`${name}=${encodeURIComponent('?!… —')}`);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'invalid-field', errors: [{ pointer: name }] });
  });

  it('of an agency that nobody knows is told so, and of others is answered', async () => {
    await issued(letter('501'));
    const nobody = await asked('agency=so-x');
    expect(nobody.status).toBe(422);
    expect(nobody.json).toMatchObject({ code: 'agency-unknown', errors: [{ pointer: 'agency' }] });
    for (const known of ['so-a', SENDER])
      expect((await asked(`agency=${known}&text=501`)).json.entries).toHaveLength(1);
    expect((await asked('text=&code=%20')).status).toBe(200);
  });
});

describe('a cursor', () => {
  it('of another log, beyond the end of this one, is refused; the last of this one is not', async () => {
    await issued(letter('601'));
    const { cursor } = await client.inbox({ limit: 500 });
    expect(await client.inbox({ after: cursor })).toStrictEqual({ entries: [], cursor });
    const after = Buffer.from('999999-0').toString('base64url');
    for (const page of [client.inbox({ after }), client.statuses({ after })])
      expect(await faring(page)).toBe('cursor-beyond-end');
    expect((await province.ask('events?from=999999')).status).toBe(400);
  });

  it('stays valid when Redis was emptied and is filled again', async () => {
    const { cursor } = await client.inbox({ limit: 500 });
    const redis = new Redis(province.redis.url);
    await redis.flushall();
    redis.disconnect();
    expect(['ok', 'read-models-behind']).toContain(await faring(client.inbox({ after: cursor })));
    await settled();
    expect(await client.inbox({ after: cursor })).toStrictEqual({ entries: [], cursor });
  });
});

describe('what a recipient is told', () => {
  it('says why, in the words of the sender, and of which version', async () => {
    const first = letter('301');
    const documentId = await issued(first);
    await client.sendDocument({ ...first, update: { reason: 'Sai thể thức' } });
    await settled();
    expect(await say(RECIPIENT, documentId, '16')).toBe('ok');
    await client.revokeDocument(documentId, 'Ban hành nhầm');
    await settled();
    expect(await heard(documentId)).toMatchObject([
      { kind: 'document', revision: 1, description: '' },
      { kind: 'update', revision: 2, description: 'Sai thể thức' },
      { kind: 'revocation', revision: 2, description: 'Ban hành nhầm' },
    ]);
  });
});
