import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { seeded } from '@lienthong/connector';
import { type RecordedMessage } from '@lienthong/contracts';
import { sha256 } from '@lienthong/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, Caller, G22, LONG_AN } from '../contract/axis-fixture.js';
import { documentOf } from '../contract/axis-packets.js';
import { NationalProcess } from './national-process.js';

const RECEIVERS = [G22, '000.00.00.H53', '000.21.31.H53'];
const DOCUMENTS = 8;
const ORDERS = 8;
const KILLS = 3;
const RETRY_MS = 30;

const order = (number: number) => ({
  key: `order ${String(number)}`,
  from: '000.00.00.G14',
  at: '2020-03-02T08:00:00+07:00',
  to: [{ code: LONG_AN, channel: 'electronic' }],
  typeName: 'Công văn',
  subject: 'Về việc gửi, nhận văn bản điện tử',
  notation: 'BTTTT',
});

/** Repeats a request with the same content until it is answered, as any caller should. */
const untilAnswered = async <T>(request: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await request();
    } catch {
      await pause(RETRY_MS);
    }
  }
};

const told = async (controlUrl: string, number: number): Promise<void> => {
  const response = await fetch(`${controlUrl}/control/issue`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ documents: [order(number)] }),
  });
  if (response.status !== 202) throw new Error(`HTTP ${String(response.status)}`);
};

/** The province sends documents while the outside systems issue theirs; `disturb` runs beside it. */
const morning = async (
  national: NationalProcess,
  disturb: () => Promise<void>,
): Promise<readonly Answer[]> => {
  const { setting } = national;
  const caller = new Caller(setting, LONG_AN);
  await caller.call('registerAgency', { code: 'H39', code102: LONG_AN, name: 'UBND', level: 2 });
  const sending = async (): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (let number = 1; number <= DOCUMENTS; number += 1) {
      const packet = documentOf(LONG_AN, RECEIVERS, number);
      const answer = await untilAnswered(() => caller.send(packet));
      expect(answer).toMatchObject({ status: 'OK' });
      answers.push(answer);
    }
    return answers;
  };
  const issuing = async (): Promise<void> => {
    for (let number = 1; number <= ORDERS; number += 1)
      await untilAnswered(() => told(setting.controlUrl, number));
  };
  const [answers] = await Promise.all([sending(), issuing(), disturb()]);
  await untilAnswered(() => setting.settle());
  return answers;
};

/** Everything that happened, without order: the systems that receive one packet acknowledge it in any. */
const eventsOf = (messages: readonly RecordedMessage[]): readonly string[] =>
  messages
    .map(({ subject, type, at, data }) => `${subject} ${type} ${String(at)} ${sha256(data)}`)
    .sort();

describe('the national side, killed at work', () => {
  const started: NationalProcess[] = [];
  let calmAnswers: readonly Answer[];
  let expected: readonly RecordedMessage[];

  afterEach(async () => {
    for (const national of started.splice(0)) await national.remove();
  });

  const start = async (): Promise<NationalProcess> => {
    const national = await NationalProcess.start();
    started.push(national);
    return national;
  };

  const expectTheSame = async (national: NationalProcess): Promise<void> => {
    expect(eventsOf(await national.messages())).toStrictEqual(eventsOf(expected));
  };

  beforeAll(async () => {
    const calm = await NationalProcess.start();
    calmAnswers = await morning(calm, () => Promise.resolve());
    expected = await calm.messages();
    await calm.remove();
  }, 120_000);

  it('loses nothing and doubles nothing', async () => {
    const killed = await start();
    let midway = 0;
    const answers = await morning(killed, async () => {
      const chance = seeded(1, 'kills');
      for (let kill = 0; kill < KILLS; kill += 1) {
        await pause(chance.between(5, 250));
        await killed.kill9();
        if ((await killed.messages()).length < expected.length) midway += 1;
        await killed.start();
      }
    });
    // A kill before or after the work would prove nothing.
    expect(midway).toBeGreaterThan(0);
    expect(answers).toStrictEqual(calmAnswers);
    await expectTheSame(killed);
  }, 120_000);

  it('goes on when the server of the log is killed and comes back', async () => {
    const disturbed = await start();
    await morning(disturbed, async () => {
      await pause(100);
      await disturbed.setting.nats.kill9();
      await disturbed.setting.nats.restart();
    });
    await expectTheSame(disturbed);
  }, 120_000);

  it('ends in good order when it is asked to', async () => {
    const national = await start();
    expect(await national.terminate()).toBe(0);
  });
});
