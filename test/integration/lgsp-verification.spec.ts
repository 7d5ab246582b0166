import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PlatformClient } from '@lienthong/connector';
import { subjectOf } from '@lienthong/contracts';
import { jetstream } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { until } from '../contract/event-store/stores.js';
import { Province } from './lgsp-province.js';

const OFFICE = '000.00.00.H39';
const WARD = '000.00.01.H39';

const verification = z.looseObject({
  ok: z.boolean(),
  checked: z.number(),
  differences: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
});

describe('verifying a platform', () => {
  let province: Province;
  let office: PlatformClient;
  let documentId: string;

  beforeAll(async () => {
    province = await Province.start();
    office = await province.connect({ office: OFFICE, ward: WARD });
    ({ documentId } = await office.sendDocument({
      from: OFFICE,
      documentId: '1',
      code: { number: '1', notation: 'CV' },
      typeName: 'Công văn',
      subject: 'V/v kiểm tra',
      to: [{ code: WARD }],
      attachments: [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('nội dung') }],
    }));
    await until(async () =>
      (await province.status()).processes.every(({ waiting }) => waiting === 0),
    );
  });

  afterAll(async () => {
    await province.stop();
  });

  const verify = async (what: 'metrics' | 'log') =>
    verification.parse(await (await province.ask(`verification/${what}`)).json());

  it('finds figures that are right and a log that is whole', async () => {
    expect(await verify('metrics')).toMatchObject({ ok: true, differences: [] });
    const log = await verify('log');
    expect(log).toMatchObject({ ok: true, differences: [] });
    // The packet and its attachment.
    expect(log).toMatchObject({ objects: 2, checked: Number(log.events) + 2 });
  });

  it('says of a run what its digest says', async () => {
    const { digest } = z
      .object({ digest: z.string() })
      .parse(await (await province.ask('events/digest')).json());
    expect(await verify('log')).toMatchObject({ digest });
  });

  it('names a counter that was changed', async () => {
    const redis = new Redis(province.redis.url);
    const [hash = ''] = await redis.keys('{H39:figures:*:hash:tenant:*');
    await redis.hincrby(hash, 'province|outgoing', 5);
    expect(await verify('metrics')).toMatchObject({
      ok: false,
      differences: [{ figure: 'documents.outgoing', of: 'province', expected: 1, found: 6 }],
    });
    await redis.hincrby(hash, 'province|outgoing', -5);
    expect(await verify('metrics')).toMatchObject({ ok: true });
    redis.disconnect();
  });

  it('names an event that does not follow the one before it, and cannot be read', async () => {
    const subject = subjectOf('H39', 'document', documentId);
    const connection = await connect({ servers: province.nats.url });
    const lines = headers();
    lines.set('ce-specversion', '1.0');
    lines.set('ce-id', 'planted');
    lines.set('ce-type', 'vn.lienthong.documents.document-burned.v1');
    lines.set('ce-source', '/test');
    lines.set('ce-time', '2020-03-02T00:00:00.000Z');
    lines.set('lt-prev', '3:1');
    const { seq: sequence } = await jetstream(connection).publish(subject, new Uint8Array([1]), {
      headers: lines,
    });
    await connection.close();
    const { ok, differences } = await verify('log');
    expect(ok).toBe(false);
    expect(differences).toContainEqual(
      expect.objectContaining({ finding: 'version-gap', subject, sequence, found: 3, expected: 2 }),
    );
    expect(differences).toContainEqual(
      expect.objectContaining({ finding: 'broken-link', subject, sequence, found: 1 }),
    );
    expect(differences).toContainEqual({ finding: 'event-unreadable', sequence });
  });
});
