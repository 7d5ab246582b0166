import { type Seeded, seeded } from '@lienthong/connector';
import { type Instant, type LocalDate, localDate } from '@lienthong/kernel';
import { CliFailure } from '../output/failure.js';
import { type Members, type Province, type TopologyAgency } from '../platform/topology.js';
import { type Flow, type Group, type Scenario } from './scenario-shape.js';

export type Channel = 'electronic' | 'paper' | 'both';

/** A document that somebody issues, as far as the flows decide it. */
export interface PlannedDocument {
  /** The same in every run of the scenario with the same seed. */
  readonly key: string;
  readonly flow: string;
  /** In its flow, from 1. */
  readonly number: number;
  readonly sender: Party;
  readonly recipients: readonly (Party & { readonly channel: Channel })[];
  /** Business time of issue, whole seconds. */
  readonly at: Instant;
  readonly typeName: string;
  readonly subject: string;
  readonly notation: string;
  readonly pages: number;
  readonly priority?: number;
  readonly dueOn?: LocalDate;
}

/** Who takes part in a document. */
export interface Party {
  /** Internal id. */
  readonly id: string;
  /** As it holds on the day. */
  readonly code: string;
  readonly where: Group['where'];
}

interface Agency extends TopologyAgency {
  readonly where: Group['where'];
}

interface Cast {
  readonly scenario: Scenario;
  readonly groups: ReadonlyMap<string, readonly Agency[]>;
  readonly seed: string;
}

const DAY_MS = 86_400_000;

/**
 * Who issues what, when and to whom, in the order of time; nothing but the arguments decides.
 *
 * @throws {CliFailure} when a group of the scenario has nobody in it, or somebody without a code on the day
 */
export const planOf = (
  scenario: Scenario,
  province: Pick<Province, 'agencies' | 'sandbox'>,
  members: Pick<Members, 'agencies'>,
  seed: string,
): readonly PlannedDocument[] => {
  const inside = province.agencies.filter(({ id }) => id !== province.sandbox);
  const agencies = [...placed(inside, 'inside'), ...placed(members.agencies, 'outside')];
  const groups = new Map(
    Object.entries(scenario.groups).map(([name, group]) => [
      name,
      somebody(
        name,
        agencies.filter((agency) => fits(agency, group)),
      ),
    ]),
  );
  const cast = { scenario, groups, seed };
  return scenario.flows
    .flatMap((flow) => Array.from({ length: flow.documents }, (_, n) => planned(cast, flow, n + 1)))
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
};

const placed = (agencies: readonly TopologyAgency[], where: Group['where']): readonly Agency[] =>
  agencies.map((agency) => ({ ...agency, where }));

const fits = (agency: Agency, { where, level, top, ids, except }: Group): boolean =>
  agency.where === where &&
  (level ?? agency.level) === agency.level &&
  (top ?? agency.parent === undefined) === (agency.parent === undefined) &&
  (ids ?? [agency.id]).includes(agency.id) &&
  !(except ?? []).includes(agency.id);

const somebody = (group: string, agencies: readonly Agency[]): readonly Agency[] => {
  if (agencies.length > 0) return agencies;
  throw doesNotFit(`Nhóm ${group} không có cơ quan nào.`, `nobody is in the group ${group}`);
};

const planned = (cast: Cast, flow: Flow, n: number): PlannedDocument => {
  const { scenario, groups, seed } = cast;
  const key = [scenario.id, localDate(scenario.opens), seed, flow.id, String(n)].join('/');
  const chance = seeded(seed, scenario.id, flow.id, String(n));
  const sender = chance.pick(groups.get(flow.from) ?? []);
  const opens = Math.ceil(scenario.opens / 1_000);
  const at = chance.between(opens, Math.floor(scenario.closes / 1_000)) * 1_000;
  const recipients = recipientsOf(cast, flow, sender, chance);
  const paper = flow.paper ?? scenario.paper;
  const channels = channelsOf(paper, sender, recipients.length, chance);
  return {
    key,
    flow: flow.id,
    number: n,
    sender: partyOn(sender, localDate(at)),
    recipients: recipients.map((agency, index) => ({
      ...partyOn(agency, localDate(at)),
      channel: channels(index),
    })),
    at,
    typeName: chance.pick(flow.types),
    subject: chance.pick(flow.subjects),
    notation: chance.pick(flow.notations),
    pages: chance.between(...flow.pages),
    ...(chance.chance(flow.urgentShare ?? 0) ? { priority: 1 } : {}),
    ...dueOn(flow, at, chance),
  };
};

const recipientsOf = (
  { groups }: Cast,
  flow: Flow,
  sender: Agency,
  chance: Seeded,
): readonly Agency[] => {
  const chosen = flow.to.flatMap(({ group, relation, take }) => {
    const candidates = (groups.get(group) ?? []).filter(
      (agency) => agency.id !== sender.id && related(agency, sender, relation),
    );
    if (take === 'all') return candidates;
    return some(candidates, chance.between(...take), chance);
  });
  if (chosen.length === 0 && flow.to.length > 0)
    throw doesNotFit(
      `Luồng ${flow.id}: ${sender.id} không có nơi nhận.`,
      `flow ${flow.id}: ${sender.id} has nobody to write to`,
    );
  return [...new Set(chosen)];
};

const related = (agency: Agency, sender: Agency, relation?: 'below' | 'above'): boolean => {
  if (relation === undefined) return true;
  return relation === 'below' ? agency.parent === sender.id : sender.parent === agency.id;
};

/** `count` of `all`, drawn without putting back, in the order of `all`. */
const some = (all: readonly Agency[], count: number, chance: Seeded): readonly Agency[] => {
  const drawn = new Set<Agency>();
  while (drawn.size < Math.min(count, all.length)) drawn.add(chance.pick(all));
  return all.filter((agency) => drawn.has(agency));
};

/** Only agencies of the province still write on paper: to everybody, or to one beside the others. */
const channelsOf = (
  paper: Scenario['paper'],
  sender: Agency,
  recipients: number,
  chance: Seeded,
): ((index: number) => Channel) => {
  const onPaper = chance.chance(paper.share) && sender.where === 'inside' && recipients > 0;
  if (!onPaper) return () => 'electronic';
  if (chance.chance(paper.wholly)) return () => 'paper';
  if (recipients === 1) return () => 'both';
  const one = chance.between(0, recipients - 1);
  return (index) => (index === one ? 'paper' : 'electronic');
};

const dueOn = (flow: Flow, at: Instant, chance: Seeded): Pick<PlannedDocument, 'dueOn'> =>
  flow.dueInDays === undefined
    ? {}
    : { dueOn: localDate(at + chance.between(...flow.dueInDays) * DAY_MS) };

const partyOn = (agency: Agency, day: LocalDate): Party => {
  const { id, where } = agency;
  return { id, code: codeOn(agency, day), where };
};

/** Of several codes that hold on the day, the newest. */
const codeOn = (agency: Agency, day: LocalDate): string => {
  const [newest] = agency.codes
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  if (newest !== undefined) return newest.code;
  throw doesNotFit(
    `Ngày ${day}, ${agency.id} chưa có mã định danh.`,
    `${agency.id} has no code on ${day}`,
  );
};

const doesNotFit = (vi: string, en: string): CliFailure =>
  new CliFailure('invalid-input', { vi, en });
