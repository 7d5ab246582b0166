import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentAggregate } from '@lienthong/contracts';
import { type IssueDocument } from '@lienthong/documents';
import { Kvm } from '@nats-io/kv';
import { connect } from '@nats-io/transport-node';
import { keysBucket, LEASE_KEY } from '../../libs/event-store/src/keeping/buckets.js';
import { everything, storeOn, until } from '../contract/event-store/stores.js';
import { MORNING, Province } from './lgsp-province.js';

/** More than routing takes at once. */
const DOCUMENTS = 1_100;
/** As long as a process has to end by itself. */
const WITHIN_MS = 10_000;

const issue = (number: number): IssueDocument => ({
  type: 'IssueDocument',
  inputDigest: '0a'.repeat(32),
  sender: 'office',
  header: {
    documentId: String(number),
    code: '1/CV',
    typeName: 'Công văn',
    subject: 'V/v',
    priority: 0,
  },
  recipients: [{ agency: 'ward', code: '000.00.01.H39', via: 'local', channel: 'paper' }],
  attachments: [],
  signatures: [],
  replaces: [],
  packet: { digest: '0b'.repeat(32), mediaType: 'application/json' },
  personal: new Uint8Array(),
  at: MORNING,
});

describe('a platform that is told to stop', () => {
  let province: Province;

  beforeAll(async () => {
    province = await Province.start();
    await province.stopLgsp();
  });

  afterAll(async () => {
    await province.stop();
  });

  const writeDocuments = async (): Promise<void> => {
    const store = await storeOn(province.nats, { create: false });
    const numbers = Array.from({ length: DOCUMENTS }, (_, at) => at);
    await Promise.all(
      numbers.map((at) => store.handle(documentAggregate, `document-${String(at)}`, issue(at))),
    );
    await store.close();
  };

  /** Until the answer is called, nobody can write: somebody who answers nothing holds the lease. */
  const leasedToNobody = async (): Promise<() => Promise<void>> => {
    const connection = await connect({ servers: province.nats.url });
    const keys = await new Kvm(connection).open(keysBucket('H39'));
    const renew = async (): Promise<void> => {
      await keys.put(LEASE_KEY, JSON.stringify({ holder: 'nobody', epoch: 99, logged: 0 }));
    };
    await renew();
    let renewed = Promise.resolve();
    const renewing = setInterval(() => {
      renewed = renewed.then(renew);
    }, 500);
    return async () => {
      clearInterval(renewing);
      await renewed;
      await connection.close();
    };
  };

  const routing = async () => {
    const { processes } = await province.status();
    return processes.find(({ name }) => name === 'routing');
  };

  it('ends while the log is away and more waits than can be begun', async () => {
    await writeDocuments();
    const free = await leasedToNobody();
    await province.startLgsp();
    await until(async () => (await routing())?.waiting === 1_000);
    await free();
    await province.nats.kill9();
    await until(async () => !(await fetch(`${province.url}/health/ready`)).ok);
    const before = performance.now();
    await province.stopLgsp();
    expect(performance.now() - before).toBeLessThan(WITHIN_MS);
  }, 60_000);

  it('has lost nothing of it', async () => {
    await province.nats.restart();
    await province.startLgsp();
    await until(async () => (await routing())?.waiting === 0);
    const reader = await province.reader();
    await until(async () => (await routing())?.checkpoint === (await reader.lastSequence()));
    const routed = (await everything(reader)).filter(
      ({ version, category }) => version === 1 && category === 'delivery',
    );
    expect(routed).toHaveLength(DOCUMENTS);
    await reader.close();
  }, 60_000);
});
