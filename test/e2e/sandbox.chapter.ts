import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { SENT, askBack, deliveriesOf, saidOf, until, write } from './letters.js';

const MINUTES = 60_000;
const SANDBOX = '000.00.99.H39';

/** What the sandbox has said once it has said `last`; nobody tells it to look. */
const answersUpTo = (last: string, documentId: string): Promise<readonly string[]> =>
  until(
    () => saidOf(documentId),
    (said) => said.includes(last),
  );

describe('the sandbox', () => {
  it(
    'answers a document up to 06, within five seconds of its clock',
    async () => {
      const documentId = await write('1/SB', 'V/v thử kết nối', SANDBOX);
      expect(await answersUpTo('06', documentId)).toEqual(['01', '03', '04', '05', '06']);
      const [delivery] = await deliveriesOf(documentId);
      const times = delivery?.hops.map(({ at }) => instant(at)) ?? [];
      expect(Math.max(...times) - SENT).toBe(5_000);
    },
    MINUTES,
  );

  it(
    'refuses where the subject asks for it',
    async () => {
      const documentId = await write('2/SB', 'V/v thử #02', SANDBOX);
      expect(await answersUpTo('02', documentId)).toEqual(['01', '02']);
    },
    MINUTES,
  );

  it.each([
    ['15', 'agrees'],
    ['16', 'declines'],
  ])(
    'keeps a document of #%s open, and %s to giving it back',
    async (answer) => {
      const documentId = await write(`${answer}/SB`, `V/v thử lấy lại #${answer}`, SANDBOX);
      await answersUpTo('05', documentId);
      expect(await askBack(documentId, SANDBOX, 'Gửi nhầm')).toMatchObject([{ ok: true }]);
      expect((await answersUpTo(answer, documentId)).at(-1)).toBe(answer);
    },
    MINUTES,
  );
});
