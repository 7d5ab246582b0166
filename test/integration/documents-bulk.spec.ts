import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlatformClient } from '@lienthong/connector';
import { z } from 'zod';
import { ask, LgspDoor } from './lgsp-door.js';

const SENDER = '000.00.10.H39';
const RECIPIENT = '000.00.11.H39';
const NDJSON = 'application/x-ndjson';

const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    line: z.int(),
    status: z.literal(201),
    ok: z.literal(true),
    documentId: z.string(),
    sequence: z.int(),
    deliveries: z.array(z.looseObject({ to: z.string() })),
  }),
  z.strictObject({
    line: z.int(),
    status: z.int(),
    ok: z.literal(false),
    problem: z.looseObject({ code: z.string(), status: z.int() }),
  }),
]);

let door: LgspDoor;
let key: string;

beforeAll(async () => {
  door = await LgspDoor.open();
  [key = ''] = await door.settle('a', 'b');
}, 60_000);

afterAll(() => door.close());

const document = (number: number | string, changes: object = {}) => ({
  from: SENDER,
  documentId: `lô/${String(number)}`,
  code: { number: String(number), notation: 'LO' },
  typeName: 'Công văn',
  subject: `Văn bản ${String(number)} của một lô`,
  to: [{ code: RECIPIENT }],
  ...changes,
});

const line = (...fields: Parameters<typeof document>): string =>
  JSON.stringify(document(...fields));

const send = async (lines: readonly string[]) => {
  const body = lines.map((each) => `${each}\n`).join('');
  const asked = { method: 'POST', key, body, type: NDJSON };
  const { status, text } = await ask(`${door.first.url}/v1/documents`, asked);
  expect(status).toBe(200);
  return text
    .trimEnd()
    .split('\n')
    .map((answer) => answerSchema.parse(JSON.parse(answer)));
};

/** `ok`, or the code of the problem. */
const fared = (answer: z.infer<typeof answerSchema>): string =>
  answer.ok ? 'ok' : answer.problem.code;

describe('documents in bulk', () => {
  it('are each taken as if it came alone, and a bad one is refused by itself', async () => {
    const many = Array.from({ length: 600 }, (_, at) => line(at));
    const bad: readonly (readonly [string, string])[] = [
      ['malformed-json', '{"from": '],
      ['duplicate-json-key', '{"a": 1, "a": 2}'],
      ['unknown-field', line('x', { extra: 1 })],
      ['sender-not-yours', line('x', { from: RECIPIENT })],
      ['recipient-unknown', line('x', { to: [{ code: '000.00.99.H39' }] })],
      ['attachment-unknown', line('x', { attachments: [{ ...FILE, digest: '0'.repeat(64) }] })],
      ['invalid-field', line('x', { attachments: [FILE] })],
      ['body-too-large', line('x', { subject: 'x'.repeat(1024 * 1024) })],
    ];
    const lines = bad.reduce<readonly string[]>(
      (all, [, text], at) => all.toSpliced(70 * (at + 1), 0, text),
      many,
    );
    const answers = await send(lines);
    expect(answers.map(({ line: number }) => number)).toStrictEqual(lines.map((_, at) => at + 1));
    const expected = bad.reduce<readonly string[]>(
      (all, [code], at) => all.toSpliced(70 * (at + 1), 0, code),
      many.map(() => 'ok'),
    );
    expect(answers.map(fared)).toStrictEqual(expected);
    for (const answer of answers) {
      if (!answer.ok) expect(answer.problem.status).toBe(answer.status);
    }
    const [single] = await new PlatformClient({ url: door.first.url, key }).sendDocuments([
      document(7),
    ]);
    expect(single).toMatchObject({ documentId: answers[7]?.ok === true && answers[7].documentId });
    const status = await door.operator('GET', '/v1/status');
    const again = await send(lines);
    expect(again).toStrictEqual(answers);
    const { lastSequence } = sequenceSchema.parse(status.json);
    expect(sequenceSchema.parse((await door.operator('GET', '/v1/status')).json)).toMatchObject({
      lastSequence,
    });
  }, 60_000);

  it('of one document take effect in their order', async () => {
    const update = line('thứ tự', { subject: 'Bản mới', to: [], update: { reason: 'Sửa' } });
    const answers = await send([line('thứ tự'), update, line('thứ tự', { subject: 'Bản khác' })]);
    expect(answers.map(fared)).toStrictEqual(['ok', 'ok', 'document-differs']);
  });

  it('of which one replaces another take effect in their order', async () => {
    const content = Buffer.alloc(400 * 1024).toString('base64');
    const replaces = [{ documentId: 'lô/bị thay' }];
    const answers = await send([
      line('bị thay', { attachments: [{ ...FILE, content }] }),
      '',
      line('thay thế', { from: 'a', replaces }),
    ]);
    expect(answers.map(({ line: number }) => number)).toStrictEqual([1, 3]);
    const [first, second] = answers.map((answer) => (answer.ok ? answer.sequence : Number.NaN));
    expect(second).toBeGreaterThan(first ?? Number.NaN);
  });

  it('are answered while the next ones are still to come', async () => {
    const asking = request(`${door.first.url}/v1/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': NDJSON },
    });
    asking.write(`${line('trước')}\n`);
    const heard: string[] = [];
    await new Promise<void>((resolve, reject) => {
      asking.once('error', reject);
      asking.once('response', (response) => {
        const lines = createInterface(response);
        lines.on('line', (text) => {
          heard.push(fared(answerSchema.parse(JSON.parse(text))));
          if (heard.length === 1) asking.end(line('sau'));
        });
        lines.once('close', resolve);
      });
    });
    expect(heard).toStrictEqual(['ok', 'ok']);
  });

  it('are not signed as a whole', async () => {
    const { json } = await ask(`${door.first.url}/v1/documents`, {
      method: 'POST',
      key,
      body: line('ký'),
      type: NDJSON,
      headers: { 'LienThong-Signature': ':AA==:;cert=:AA==:' },
    });
    expect(json).toMatchObject({ code: 'invalid-field' });
  });
});

const sequenceSchema = z.looseObject({ lastSequence: z.int() });
const FILE = { name: 'a.pdf', mediaType: 'application/pdf' };
