import { describe, expect, it } from '@jest/globals';
import { decodeRecorded } from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { agendaOf, type AgendaDocument } from '../../apps/cli/src/run/agenda.js';
import { type Cast, castOf, playOf } from '../../apps/cli/src/run/play-file.js';
import { perform } from '../../apps/cli/src/run/play.js';
import { scenarioOf } from '../../apps/cli/src/run/scenario.js';
import { type Scenario } from '../../apps/cli/src/run/scenario-shape.js';
import { readLog } from './log.js';
import { province } from './shared-province.js';

const MINUTES = 60_000;
const SEED = '1';

const EXCHANGED = 'documents.exchanged{province+district}';
const SIGNED = 'documents.signed{province+district}';
const SIGNED_COMMUNES = 'documents.signed{commune}';
const EXCHANGED_COMMUNES = 'documents.exchanged{commune}';
const INDICATORS = [EXCHANGED, SIGNED, SIGNED_COMMUNES, EXCHANGED_COMMUNES];

/** The same documents on whichever day; the causes come behind. */
const dayOf = (day: string, causes = '', flows = ''): Scenario =>
  scenarioOf(
    `
id: causes
title: Nguyên nhân và kết quả
opens: ${day}T08:00:00+07:00
closes: ${day}T16:00:00+07:00
paper: { share: 0.1, wholly: 0.5 }
groups:
  departments: { where: inside, ids: [so-tttt, so-noi-vu, so-y-te] }
  districts: { where: inside, ids: [huyen-ben-luc] }
  ministries: { where: outside, ids: [bo-tttt, bo-noi-vu] }
  communes: { where: inside, ids: [xa-ben-luc-my-yen, xa-ben-luc-thanh-phu] }
flows:
  - id: guidance
    from: departments
    to: [{ group: districts, take: all }]
    documents: 10
    notations: [CV]
    types: [Công văn]
    subjects: [Về việc hướng dẫn]
  - id: tasks
    from: districts
    to: [{ group: communes, take: [1, 2] }]
    documents: 8
    notations: [CV]
    types: [Công văn]
    subjects: [Về việc giao nhiệm vụ]
  - id: reports
    from: communes
    to: [{ group: districts, take: all }]
    documents: 10
    notations: [BC]
    types: [Báo cáo]
    subjects: [Báo cáo kết quả]
${flows}${causes}`,
    'causes.yaml',
  );

/** Half of the documents do not stay as they were sent, and some have to wait for the axis. */
const RESTLESS = `
outages: [{ from: 2020-04-14T11:00:00+07:00, to: 2020-04-14T13:00:00+07:00 }]
changes:
  looks: [2020-04-14T11:00:00+07:00, 2020-04-14T14:00:00+07:00]
  take-back: { share: 0.25, reasons: [Gửi nhầm] }
  update: { share: 0.15, reasons: [Sai thể thức] }
  revoke: { share: 0.1, reasons: [Ban hành nhầm] }
  replace: { share: 0.15, reasons: [Thay thế] }
`;

const OUTWARD = `
  - id: outward
    from: departments
    to: [{ group: ministries, take: all }]
    documents: 6
    notations: [BC]
    types: [Báo cáo]
    subjects: [Báo cáo kết quả]
`;

type Figures = Readonly<Record<string, readonly [numerator: number, denominator: number]>>;

const played = async (scenario: Scenario, cast: Cast): Promise<Figures> => {
  const agenda = agendaOf(scenario, cast.province, cast.members, SEED);
  const report = await perform(province().platform, playOf(scenario, cast, agenda), {
    speed: Infinity,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(report.mismatches).toStrictEqual([]);
  return Object.fromEntries(
    report.report
      .filter(({ id }) => INDICATORS.includes(id))
      .map(({ id, numerator, denominator }) => [id, [numerator, denominator]]),
  );
};

/** Where the two differ, and by how much. */
const changes = (before: Figures, after: Figures): Figures =>
  Object.fromEntries(
    INDICATORS.flatMap((id) => {
      const [was, is] = [before[id] ?? [0, 0], after[id] ?? [0, 0]];
      const change = [is[0] - was[0], is[1] - was[1]] as const;
      return change.some((by) => by !== 0) ? [[id, change]] : [];
    }),
  );

describe('a cause of a scenario', () => {
  let cast: Cast;
  let usual: Figures;
  let documents: readonly AgendaDocument[];

  const count = (which: (document: AgendaDocument) => boolean): number =>
    documents.filter(which).length;
  const isFrom =
    (...agencies: readonly string[]) =>
    ({ sender }: AgendaDocument): boolean =>
      agencies.includes(sender.id);
  const isFree = ({ recipients }: AgendaDocument): boolean =>
    recipients.some(({ channel }) => channel !== 'paper');

  it(
    'absent, leaves the figures of a usual day',
    async () => {
      cast = await castOf(province().platform.seed);
      const scenario = dayOf('2020-04-06');
      documents = agendaOf(scenario, cast.province, cast.members, SEED);
      usual = await played(scenario, cast);
      expect(usual[SIGNED]).toStrictEqual([18, 18]);
      expect(usual[SIGNED_COMMUNES]).toStrictEqual([10, 10]);
      expect(usual[EXCHANGED]?.[1]).toBe(18);
      expect(usual[EXCHANGED_COMMUNES]?.[1]).toBe(10);
    },
    2 * MINUTES,
  );

  it(
    'is a letter that is altered on the way: its signature is missing, and nothing else',
    async () => {
      const causes = `altered: [{ flow: guidance, documents: [2, 3] }, { flow: reports, documents: [7] }]`;
      const altered = await played(dayOf('2020-04-07', causes), cast);
      expect(changes(usual, altered)).toStrictEqual({
        [SIGNED]: [-2, 0],
        [SIGNED_COMMUNES]: [-1, 0],
      });
    },
    2 * MINUTES,
  );

  it(
    'is an expired or a foreign certificate: what is signed with it is missing, and nothing else',
    async () => {
      const causes = `certificates: { expired: [so-y-te], foreign: [xa-ben-luc-my-yen] }`;
      const unsound = await played(dayOf('2020-04-08', causes), cast);
      const [expired, foreign] = [count(isFrom('so-y-te')), count(isFrom('xa-ben-luc-my-yen'))];
      expect(expired * foreign).toBeGreaterThan(0);
      expect(changes(usual, unsound)).toStrictEqual({
        [SIGNED]: [-expired, 0],
        [SIGNED_COMMUNES]: [-foreign, 0],
      });
    },
    2 * MINUTES,
  );

  it(
    'is a commune that is disconnected: what it would send, and what reaches it alone, is missing',
    async () => {
      const causes = `disconnected: [{ agency: xa-ben-luc-my-yen, from: 2020-04-13T11:00:00+07:00 }]`;
      const cut = await played(dayOf('2020-04-13', causes), cast);
      const eleven = Date.parse('2020-04-06T11:00:00+07:00');
      const isAfter = ({ at }: AgendaDocument): boolean => at >= eleven;
      const silent = (document: AgendaDocument): boolean =>
        isAfter(document) && isFrom('xa-ben-luc-my-yen')(document);
      const lost = (document: AgendaDocument): boolean =>
        isAfter(document) &&
        isFree(document) &&
        document.recipients.every(
          ({ id, channel }) => id === 'xa-ben-luc-my-yen' || channel === 'paper',
        );
      const [sent, reached] = [count(silent), count(lost)];
      expect(sent * reached).toBeGreaterThan(0);
      expect(sent).toBeLessThan(count(isFrom('xa-ben-luc-my-yen')));
      const exchanged = count((document) => silent(document) && isFree(document));
      expect(changes(usual, cut)).toStrictEqual({
        [EXCHANGED]: [-reached, 0],
        [SIGNED_COMMUNES]: [-sent, -sent],
        [EXCHANGED_COMMUNES]: [-exchanged, -sent],
      });
    },
    2 * MINUTES,
  );
});

describe('what becomes of documents in a scenario', () => {
  it(
    'happens before anybody has done with them: asked back, updated, revoked and replaced, axis or no axis',
    async () => {
      const cast = await castOf(province().platform.seed);
      const scenario = dayOf('2020-04-14', RESTLESS, OUTWARD);
      const agenda = agendaOf(scenario, cast.province, cast.members, SEED);
      await played(scenario, cast);

      const events = (await readLog(province().platform)).map(decodeRecorded);
      const counted = new Map<string, number>();
      for (const { event } of events.filter((one) => localDate(one.event.at) >= '2020-04-14'))
        counted.set(event.type, (counted.get(event.type) ?? 0) + 1);
      const planned = (kind: string): number =>
        agenda.filter(({ change }) => change?.kind === kind).length;
      expect(counted.get('DocumentRevoked')).toBe(planned('revoke'));
      expect(counted.get('DocumentReplaced')).toBe(planned('replace'));
      // Some have refused, or done with it, before they can be asked.
      expect(counted.get('DocumentUpdated')).toBeLessThanOrEqual(planned('update'));
      expect(counted.get('TakeBackRequested')).toBeGreaterThan(0);
      for (const kind of ['take-back', 'update', 'revoke', 'replace'])
        expect(planned(kind)).toBeGreaterThan(0);
      const answers = [
        'DocumentUpdated',
        'RequestAgreed',
        'RequestDeclined',
        'RevocationAcknowledged',
      ];
      for (const answer of answers) expect(counted.get(answer)).toBeGreaterThan(0);
      const { waiting } = await province().platform.operator.settle();
      expect(waiting).toBe(0);
    },
    3 * MINUTES,
  );
});
