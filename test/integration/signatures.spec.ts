import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PlatformClient } from '@lienthong/connector';
import { decodePersonal, decodeRecorded } from '@lienthong/contracts';
import { type DocumentEvent, type DocumentReplaced } from '@lienthong/documents';
import { type Instant, startOf } from '@lienthong/kernel';
import {
  type Credential,
  type Signer,
  signerOf,
  SignatureVerifier,
  TrustedAuthorities,
} from '@lienthong/signatures';
import { SampleAuthority } from '@lienthong/testing';
import { z } from 'zod';
import { everything, until } from '../contract/event-store/stores.js';
import { MORNING, Province } from './lgsp-province.js';

const OFFICE = '000.00.00.H39';
const WARD = '000.00.01.H39';

const authority = new SampleAuthority();
const seal = authority.credential(OFFICE);
const leader = authority.credential(OFFICE, 'person');
const ended = { from: startOf('2014-09-01'), to: startOf('2019-09-01') - 1_000 };

const ORIGINAL = Buffer.from('as it was signed');
const ALTERED = Buffer.from('as it was sent');

/** Signed before somebody exchanged the attachment. */
const before = (alteration: Signer): Signer => ({
  ...alteration,
  sign: (body) =>
    alteration.sign(
      Buffer.from(
        Buffer.from(body)
          .toString()
          .replace(ALTERED.toString('base64'), ORIGINAL.toString('base64')),
      ),
    ),
});

const letter = (number: string, content: Uint8Array = ORIGINAL) => ({
  from: OFFICE,
  documentId: number,
  code: { number, notation: 'CV' },
  typeName: 'Công văn',
  subject: 'V/v chữ ký số',
  to: [{ code: WARD }],
  attachments: [{ name: 'a.txt', mediaType: 'text/plain', content }],
});

type Signed = Exclude<DocumentEvent, DocumentReplaced>;

const traced = z.looseObject({
  signatures: z.array(
    z.object({ holder: z.string(), outcome: z.string(), serial: z.string().regex(/^[0-9a-f]+$/) }),
  ),
});

const status = z.looseObject({ readModels: z.object({ position: z.int() }) });

describe('a document that comes signed', () => {
  let folder: string;
  let province: Province;
  let office: PlatformClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lienthong-signatures-'));
    const trustFile = join(folder, 'authorities.pem');
    await writeFile(trustFile, authority.bundle);
    province = await Province.start({ trustFile });
    office = await province.connect({ office: OFFICE, ward: WARD });
  });

  afterAll(async () => {
    await province.stop();
    await rm(folder, { recursive: true });
  });

  const shown = async (documentId: string, sequence: number): Promise<readonly string[]> => {
    const hasRead = async (): Promise<boolean> =>
      status.parse(await (await province.ask('status')).json()).readModels.position >= sequence;
    await until(hasRead);
    const answer = await province.ask(`documents/${documentId}`);
    const { signatures } = traced.parse(await answer.json());
    return signatures.map(({ holder, outcome }) => `${holder} ${outcome}`);
  };

  const sent = async (
    number: string,
    credentials: readonly Credential[],
    at: Instant = MORNING,
  ): Promise<readonly string[]> => {
    const signers = credentials.map(signerOf);
    const { documentId, sequence } = await office.sendDocument(letter(number), { at, signers });
    return shown(documentId, sequence);
  };

  /** Everything that was handed in, from the log. */
  const versions = async (): Promise<readonly Signed[]> => {
    const reader = await province.reader();
    const events = (await everything(reader)).map(decodeRecorded);
    await reader.close();
    return events.flatMap(({ category, event }) =>
      category === 'document' && event.type !== 'DocumentReplaced' ? [event] : [],
    );
  };

  it('shows who signed it, in the order in which they did', async () => {
    expect(await sent('sound', [leader, seal])).toStrictEqual([
      'person verified',
      'organisation verified',
    ]);
    expect(await sent('absent', [])).toStrictEqual([]);
  });

  it('is taken and told of what is wrong, however it is signed', async () => {
    const stranger = new SampleAuthority('stranger').credential(OFFICE);
    const old = authority.credential(OFFICE, 'organisation', ended);
    expect(await sent('foreign', [stranger])).toStrictEqual(['organisation unknown-issuer']);
    expect(await sent('old', [old])).toStrictEqual(['organisation expired']);
    expect(await sent('others', [authority.credential(WARD)])).toStrictEqual([
      'organisation invalid',
    ]);
    expect(await sent('mixed', [seal, old])).toStrictEqual([
      'organisation verified',
      'organisation expired',
    ]);
  });

  it('is judged at the time of issue, not of arrival', async () => {
    const old = authority.credential(OFFICE, 'organisation', ended);
    expect(await sent('in time', [old], ended.to)).toStrictEqual(['organisation verified']);
  });

  it('shows when an attachment was altered on the way', async () => {
    const signers = [before(signerOf(seal))];
    const how = { at: MORNING, signers };
    const whole = await office.sendDocument(letter('whole', ORIGINAL), how);
    const altered = await office.sendDocument(letter('altered', ALTERED), how);
    expect(await shown(whole.documentId, whole.sequence)).toStrictEqual(['organisation verified']);
    expect(await shown(altered.documentId, altered.sequence)).toStrictEqual([
      'organisation invalid',
    ]);
  });

  it('is the same document signed anew, and keeps what came first', async () => {
    const first = await office.sendDocument(letter('again'), { at: MORNING });
    const again = await office.sendDocument(letter('again'), {
      at: MORNING,
      signers: [signerOf(seal)],
    });
    expect(again).toStrictEqual(first);
    expect(await shown(again.documentId, again.sequence)).toStrictEqual([]);
  });

  it('has the signatures of its latest version', async () => {
    const how = { at: MORNING, signers: [signerOf(seal)] };
    const { documentId } = await office.sendDocument(letter('version'), how);
    const update = { ...letter('version'), subject: 'V/v khác', update: { reason: 'nhầm' } };
    const { sequence } = await office.sendDocument(update, {
      at: MORNING,
      signers: [signerOf(leader), signerOf(authority.credential(WARD))],
    });
    expect(await shown(documentId, sequence)).toStrictEqual([
      'person verified',
      'organisation invalid',
    ]);
  });

  it('can be revoked by a signed word, whose signatures are kept beside those of the document', async () => {
    const how = { at: MORNING, signers: [signerOf(seal)] };
    const { documentId } = await office.sendDocument(letter('revoked'), how);
    const { sequence } = await office.revokeDocument(documentId, 'Ban hành nhầm', {
      at: MORNING + 60_000,
      signers: [signerOf(leader)],
    });
    expect(await shown(documentId, sequence)).toStrictEqual(['organisation verified']);
    const [revoked] = (await versions()).filter(({ type }) => type === 'DocumentRevoked');
    expect(revoked?.signatures.map(({ holder, outcome }) => [holder, outcome])).toStrictEqual([
      ['person', 'verified'],
    ]);
  });

  it('can be judged again from the log and its objects alone', async () => {
    const reader = await province.reader();
    const verifier = new SignatureVerifier(TrustedAuthorities.fromPem(authority.bundle));
    const isSenders = (code: string): boolean => code === OFFICE;
    const seen = new Set<string>();
    const judgedAgain = async ({ packet, personal, at }: Signed): Promise<unknown> => {
      const bytes = await reader.objects.get(packet.digest);
      const { evidence = [] } = decodePersonal(personal);
      return Promise.all(
        evidence.map((one) => verifier.judge(one, { bytes: bytes ?? Buffer.of(), at, isSenders })),
      );
    };
    for (const event of await versions()) {
      expect(await judgedAgain(event)).toStrictEqual(event.signatures);
      for (const { outcome } of event.signatures) seen.add(outcome);
    }
    await reader.close();
    expect(seen).toStrictEqual(new Set(['verified', 'invalid', 'unknown-issuer', 'expired']));
  });
});
