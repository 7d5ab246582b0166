import { PlatformClient } from '@lienthong/connector';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readKeys } from '../../apps/cli/src/platform/key-ring.js';
import { layoutOf } from '../../apps/cli/src/platform/layout.js';
import { Mocks } from '../../apps/cli/src/platform/mocks.js';
import { type Province, packet, startProvince } from './fixture.js';
import { SENDER, SENT, inbox, saidOf, until, write } from './letters.js';
import { province } from './shared-province.js';

const MINUTES = 60_000;
const TAY_NINH = '000.00.00.H53';
const NEIGHBOUR = '000.00.13.H53';
const MINISTRY = '000.00.00.G17';

const ENDED = ['06', '02'];
const hasEnded = (said: readonly string[]): boolean => said.some((code) => ENDED.includes(code));

const secretOf = (system: string): string =>
  readKeys(layoutOf(province().dataDir).axisSecrets)[system] ?? '';

const mockOf = (agency: string, act: 'pause' | 'resume') =>
  new Mocks(province().platform.addresses).act({ agency, act });

describe('a second province with a platform of its own', () => {
  let neighbour: Province;

  beforeAll(async () => {
    await mockOf(TAY_NINH, 'pause');
    neighbour = await startProvince({
      provinceFile: 'scenarios/provinces/tay-ninh.yaml',
      axis: { url: province().platform.addresses.national, secret: secretOf(TAY_NINH) },
    });
  }, 2 * MINUTES);

  afterAll(async () => {
    await neighbour.end();
    await mockOf(TAY_NINH, 'resume');
  }, MINUTES);

  const saidAtHome = (document: string): Promise<readonly string[]> =>
    saidOf(document, neighbour.platform);

  it(
    'gets documents of Long An over the axis, and its answers come back',
    async () => {
      const documentId = await write('1/H53', 'V/v phối hợp với tỉnh bạn', NEIGHBOUR);
      const said = await until(() => saidOf(documentId), hasEnded);
      const atHome = await until(() => saidAtHome(`${SENDER},2020/03/02,1/H53`), hasEnded);
      expect(atHome).toEqual(said);
    },
    MINUTES,
  );

  it(
    'sends documents to Long An over the axis, and hears its answers',
    async () => {
      const subject = 'V/v trả lời tỉnh bạn';
      const { url, key } = {
        url: neighbour.platform.addresses.platform,
        key: neighbour.keys['qlvb-tay-ninh-so-tttt'] ?? '',
      };
      const letter = {
        from: NEIGHBOUR,
        documentId: `${NEIGHBOUR},2020/03/02,2/STTTT`,
        code: { number: '2', notation: 'STTTT' },
        typeName: 'Công văn',
        subject,
        to: [{ code: SENDER }],
      };
      const { documentId } = await new PlatformClient({ url, key }).sendDocument(letter, {
        at: SENT,
      });
      const said = await until(() => saidAtHome(documentId), hasEnded);
      const came = (await inbox()).filter((entry) => entry.subject === subject);
      expect(came).toMatchObject([{ senderCode: NEIGHBOUR }]);
      expect(await saidOf(came[0]?.documentId ?? '')).toEqual(said);
    },
    MINUTES,
  );

  it('steers its own mocks alone', async () => {
    const systems = await new Mocks(neighbour.platform.addresses).systems();
    expect(systems.map(({ mock, id }) => [mock, id])).toEqual([
      ['eoffice', 'qlvb-tinh-tay-ninh'],
      ['eoffice', 'qlvb-tay-ninh-so-tttt'],
      ['eoffice', 'qlvb-huyen-ben-cau'],
    ]);
  });
});

describe('a ministry with nothing but curl', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-ministry-'));
    await mockOf(MINISTRY, 'pause');
  });

  afterAll(async () => {
    await mockOf(MINISTRY, 'resume');
    rmSync(folder, { recursive: true });
  });

  const curl = (operation: string, ...words: readonly string[]): unknown => {
    const url = `${province().platform.addresses.national}/${operation}`;
    const head = [
      '-sS',
      '-H',
      `X-SystemId: ${MINISTRY}`,
      '-H',
      `X-SecretKey: ${secretOf(MINISTRY)}`,
    ];
    return JSON.parse(execFileSync('curl', [...head, ...words, url], { encoding: 'utf8' }));
  };

  const asked = (body: object): readonly string[] => [
    '-H',
    'Content-Type: application/json',
    '-d',
    JSON.stringify(body),
  ];

  const listed = z.object({ list: z.array(z.object({ id: z.string() })) });

  it(
    'sends a document, and reads what Long An says of it',
    async () => {
      const file = join(folder, 'cong-van.edxml');
      const changes: [string | RegExp, string][] = [
        [/(<edXML:From>\s*<edXML:OrganId>)[^<]*/, `$1${MINISTRY}`],
        [/000\.00\.00\.H41/g, SENDER],
        [/<edXML:To>\s*<edXML:OrganId>000\.00\.00\.(H14|G17)[^]*?<\/edXML:To>/g, ''],
        [/(?<=<edXML:DocumentId>)[^<]*/, `${MINISTRY},2020/03/02,9/BXD`],
      ];
      writeFileSync(file, packet('new-three-recipients.edxml', changes));
      const header = { from: MINISTRY, servicetype: 'eDoc', messagetype: 'edoc' };
      const form = ['-F', `header=${JSON.stringify(header)}`, '-F', `file=@${file}`];
      expect(curl('sendEdoc', ...form)).toMatchObject({ status: 'OK' });

      const waiting = { servicetype: 'eDoc', messagetype: 'status', pageSize: 100 };
      const list = () =>
        Promise.resolve(listed.parse(curl('getReceivedEdocList', ...asked(waiting))).list);
      const [first, ...others] = await until(list, ({ length }) => length >= 2);
      const { Data } = z
        .object({ Data: z.string() })
        .parse(curl('getEdoc', ...asked({ docId: first?.id })));
      expect(Buffer.from(Data, 'base64').toString()).toContain('<edXML:StatusCode>01<');
      expect(curl('updateStatus', ...asked({ docid: first?.id, status: 'done' }))).toMatchObject({
        status: 'OK',
      });
      const left = (await list()).map(({ id }) => id);
      expect(left).not.toContain(first?.id);
      expect(left).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
    },
    MINUTES,
  );
});
