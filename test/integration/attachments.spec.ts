import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlatformClient } from '@lienthong/connector';
import { sha256 } from '@lienthong/kernel';
import { Bucket } from '../contract/event-store/bucket.js';
import { contentOf, MIB } from '../contract/event-store/pieces.js';
import { tell } from '../e2e/bad-input/door.js';
import { LgspDoor } from './lgsp-door.js';

const LARGEST = 50 * MIB;
const UPLOADS = 3;
/** Far below one of them: what each of the uploads holds, and what the heap grows by meanwhile. */
const MOST_GROWTH_BYTES = 100 * MIB;

let door: LgspDoor;
let sender: PlatformClient;
let keys: readonly string[];

beforeAll(async () => {
  door = await LgspDoor.open();
  keys = await door.settle('a', 'b', 'c');
  sender = new PlatformClient({ url: door.first.url, key: keys[0] ?? '' });
}, 60_000);

afterAll(() => door.close());

const large = (seed: number): Uint8Array<ArrayBuffer> => new Uint8Array(contentOf(LARGEST, seed));

/** The most that the platform ever held, since {@link forgetMost}. */
const mostResident = async (): Promise<number> => {
  const status = await readFile(`/proc/${String(door.first.process.pid)}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
};

const forgetMost = (): Promise<void> =>
  writeFile(`/proc/${String(door.first.process.pid)}/clear_refs`, '5');

/** Issues a document with these files from `a` to `b`; answers its id. */
const issue = async (name: string, ...attachments: readonly object[]): Promise<string> => {
  const { documentId } = await sender.sendDocument({
    from: '000.00.10.H39',
    documentId: name,
    code: { number: '1', notation: 'TEP' },
    typeName: 'Công văn',
    subject: 'Có tệp đính kèm',
    to: [{ code: '000.00.11.H39' }],
    attachments: attachments as never,
  });
  return documentId;
};

const pathOf = (document: string, digest: string): string =>
  `${door.first.url}/v1/documents/${document}/attachments/${digest}`;

const fetched = (url: string, key = keys[1], headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, { headers: { authorization: `Bearer ${key ?? ''}`, ...headers } });

/** In the middle of a content that is checked first, and of one that is told meanwhile. */
const PARTS = [2, 20];

const FILE = { name: 'phụ lục.bin', mediaType: 'application/octet-stream' };

describe('large attachments', () => {
  it('are uploaded side by side, and take no memory', async () => {
    const contents = Array.from({ length: UPLOADS }, (_, seed) => large(seed + 1));
    const before = await mostResident();
    await forgetMost();
    const uploaded = await Promise.all(contents.map((content) => sender.upload(content)));
    expect(uploaded).toStrictEqual(
      contents.map((content) => ({ digest: sha256(content), size: LARGEST })),
    );
    const uploading = (await mostResident()) - before;
    expect(uploading).toBeLessThan(MOST_GROWTH_BYTES);
    const document = await issue('lớn', ...uploaded.map(({ digest }) => ({ ...FILE, digest })));
    await forgetMost();
    const read = await Promise.all(
      uploaded.map(async ({ digest }) => {
        const response = await fetched(pathOf(document, digest));
        return sha256(new Uint8Array(await response.arrayBuffer()));
      }),
    );
    expect(read).toStrictEqual(uploaded.map(({ digest }) => digest));
    expect((await mostResident()) - before).toBeLessThan(MOST_GROWTH_BYTES);
  }, 120_000);

  it('are the same document whether the content comes with it or before', async () => {
    const content = contentOf(2 * MIB, 9);
    const { digest } = await sender.upload(new Uint8Array(content));
    const named = await issue('một', { ...FILE, digest });
    expect(await issue('một', { ...FILE, content })).toBe(named);
  });
});

describe('an attachment', () => {
  const content = contentOf(3 * MIB, 5);
  let url: string;

  beforeAll(async () => {
    const { digest } = await sender.upload(new Uint8Array(content));
    url = pathOf(await issue('phần', { ...FILE, digest }), digest);
  });

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=1000000-2999999', 1_000_000, 3_000_000],
    ['bytes=3145700-', 3_145_700, content.length],
    ['bytes=-100', content.length - 100, content.length],
    ['bytes=3000000-99999999', 3_000_000, content.length],
  ])('is read in part: %s', async (range, from, end) => {
    const response = await fetched(url, keys[1], { range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(
      `bytes ${String(from)}-${String(end - 1)}/${String(content.length)}`,
    );
    const part = Buffer.from(await response.arrayBuffer());
    expect(part.equals(content.subarray(from, end))).toBe(true);
  });

  it('has nothing beyond its end', async () => {
    const response = await fetched(url, keys[1], { range: `bytes=${String(content.length)}-` });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${String(content.length)}`);
    expect(await response.json()).toMatchObject({ code: 'range-beyond-end' });
  });

  it('says what it is, and is not sent to whoever has it', async () => {
    const tag = `"${sha256(content)}"`;
    const head = await fetch(url, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${keys[1] ?? ''}` },
    });
    expect([head.status, head.headers.get('content-length')]).toStrictEqual([
      200,
      String(content.length),
    ]);
    expect(head.headers.get('etag')).toBe(tag);
    expect(head.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''ph%E1%BB%A5%20l%E1%BB%A5c.bin",
    );
    expect((await fetched(url, keys[1], { 'if-none-match': tag })).status).toBe(304);
    const other = { range: 'bytes=0-9', 'if-range': '"0"' };
    expect((await fetched(url, keys[1], other)).status).toBe(200);
    expect((await fetched(url, keys[1], { ...other, 'if-range': tag })).status).toBe(206);
  });

  it('is for the sender and the recipients alone', async () => {
    expect((await fetched(url, keys[0])).status).toBe(200);
    expect((await fetched(url, keys[1])).status).toBe(200);
    const stranger = await fetched(url, keys[2]);
    expect([stranger.status, await stranger.json()]).toMatchObject([
      404,
      { code: 'document-unknown' },
    ]);
  });

  it('that is damaged is never told as if it were whole', async () => {
    const [small, big] = [contentOf(400_000, 6), contentOf(3 * MIB, 7)];
    const uploaded = await Promise.all(
      [small, big].map((each) => sender.upload(new Uint8Array(each))),
    );
    const files = uploaded.map(({ digest }) => ({ ...FILE, digest }));
    const document = await issue('hỏng', ...files);
    const bucket = await Bucket.on(door.nats);
    for (const [at, { digest }] of uploaded.entries())
      await bucket.removePart(digest, PARTS[at] ?? 0);
    await bucket.close();
    const [first, second] = files.map(({ digest }) => pathOf(document, digest));
    const told = await fetched(first ?? '');
    expect([told.status, await told.json()]).toMatchObject([500, { code: 'content-damaged' }]);
    const cut = await fetched(second ?? '');
    expect(cut.status).toBe(200);
    await expect(cut.arrayBuffer()).rejects.toThrow();
  });
});

describe('an upload that becomes too large', () => {
  it('is refused as soon as it is', async () => {
    const told = await tell(door.first.url, {
      method: 'POST',
      path: '/v1/objects',
      headers: { authorization: `Bearer ${keys[0] ?? ''}` },
      body: Buffer.alloc(LARGEST + 1),
      manner: 'unfinished',
    });
    expect([told.status, JSON.parse(told.text)]).toMatchObject([413, { code: 'body-too-large' }]);
  });
});
