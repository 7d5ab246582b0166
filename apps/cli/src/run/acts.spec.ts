import { describe, expect, it } from '@jest/globals';
import { actsOf } from './acts.js';
import { type AgendaDocument } from './agenda.js';

const changes = (...looks: readonly number[]) => {
  const never = { share: 0, reasons: ['—'] };
  return { looks: [...looks], 'take-back': never, update: never, revoke: never, replace: never };
};

const document = (at: number, kind?: 'revoke' | 'replace'): AgendaDocument => ({
  key: String(at),
  flow: 'f',
  number: 1,
  sender: { id: 'a', code: 'A', where: 'inside' },
  recipients: [],
  at,
  typeName: 't',
  subject: 's',
  notation: 'n',
  pages: 1,
  isSigned: true,
  ...(kind === undefined ? {} : { change: { kind, of: 'k', reason: 'r' } }),
});

const shown = (...[scenario, agenda]: Parameters<typeof actsOf>) =>
  actsOf(scenario, agenda).map(({ agenda: acted, until, isWithoutAxis }) => [
    acted.map(({ at }) => at),
    until,
    isWithoutAxis,
  ]);

describe('the acts of a scenario', () => {
  it('are one where nothing comes in between', () => {
    expect(shown({ outages: [] }, [document(1), document(9)])).toStrictEqual([
      [[1, 9], undefined, false],
    ]);
  });

  it('end at each look; what changes others is an act of its own behind it', () => {
    const agenda = [document(1), document(5), document(5, 'revoke'), document(6, 'replace')];
    expect(shown({ outages: [], changes: changes(5, 8) }, agenda)).toStrictEqual([
      [[1, 5], 5, false],
      [[5], 5, false],
      [[6], 8, false],
      [[], undefined, false],
    ]);
  });

  it('are played without the axis between its going and its coming back', () => {
    const outages = [{ from: 3, to: 6 }];
    expect(shown({ outages }, [document(3), document(4), document(6), document(7)])).toStrictEqual([
      [[3], 3, false],
      [[4, 6], 6, true],
      [[7], undefined, false],
    ]);
  });
});
