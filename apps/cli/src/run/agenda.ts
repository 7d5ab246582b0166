import { type Instant } from '@lienthong/kernel';
import { type Exception, exceptionOf, holdingOf, isInForce } from '../platform/holdings.js';
import { CliFailure } from '../output/failure.js';
import { type Members, type Province } from '../platform/topology.js';
import { type Change, changesOf } from './changes.js';
import { type PlannedDocument, planOf } from './planning.js';
import { type Scenario } from './scenario-shape.js';

/** Something that an agency issues, with all that the scenario's causes do to it. */
export interface AgendaDocument extends PlannedDocument {
  /** What the agency has for this scenario alone instead of what the province file says. */
  readonly exception?: Exception;
  /** The letter is exchanged on the way, after it was signed. */
  readonly altered?: true;
  /** Comes with a seal that was good and fits. */
  readonly isSigned: boolean;
  /** Absent where it is a document of its own that takes no other's place. */
  readonly change?: Change;
}

/**
 * Who issues what, when and to whom, in the order of time; nothing but the arguments decides.
 *
 * An agency that is disconnected hands in nothing, and gets paper.
 *
 * @throws {CliFailure} when a group of the scenario has nobody in it, or somebody without a code on the day, or when it
 * names somebody who is not in the province
 */
export const agendaOf = (
  scenario: Scenario,
  province: Province,
  members: Members,
  seed: string,
): readonly AgendaDocument[] => {
  requireKnown(scenario, province);
  const isAway = absencesOf(scenario);
  const documents = planOf(scenario, province, members, seed)
    .filter(({ sender, at }) => !isAway(sender.id, at))
    .map((document) => onPaperTo(isAway, document))
    .map((document) => ({ ...document, ...signingOf(document, scenario, province) }));
  const all = changesOf(scenario.changes, documents, seed).filter(
    ({ sender, at }) => !isAway(sender.id, at),
  );
  return all.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
};

const requireKnown = (
  { certificates, disconnected }: Scenario,
  { agencies }: Pick<Province, 'agencies'>,
): void => {
  const known = new Set(agencies.map(({ id }) => id));
  const named = [
    ...Object.values(certificates).flat(),
    ...disconnected.map(({ agency }) => agency),
  ];
  const unknown = named.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  throw new CliFailure('invalid-input', {
    vi: `Tỉnh không có cơ quan ${unknown.join(', ')}.`,
    en: `there is no agency ${unknown.join(', ')} in the province`,
  });
};

type IsAway = (agency: string, at: Instant) => boolean;

const absencesOf =
  ({ disconnected }: Scenario): IsAway =>
  (agency, at) =>
    disconnected.some((absence) => absence.agency === agency && absence.from <= at);

const onPaperTo = (isAway: IsAway, document: PlannedDocument): PlannedDocument => ({
  ...document,
  recipients: document.recipients.map((recipient) =>
    isAway(recipient.id, document.at) ? { ...recipient, channel: 'paper' } : recipient,
  ),
});

const signingOf = (
  { sender, flow, number, at }: PlannedDocument,
  { certificates, altered }: Scenario,
  province: Province,
): Pick<AgendaDocument, 'exception' | 'altered' | 'isSigned'> => {
  if (sender.where === 'outside') return { isSigned: false };
  const exception = exceptionOf(certificates, sender.id);
  const isAltered = altered.some((one) => one.flow === flow && one.documents.includes(number));
  const holding = exception ?? holdingOf(province, sender.id);
  return {
    ...(exception === undefined ? {} : { exception }),
    ...(isAltered ? { altered: true } : {}),
    isSigned: holding === 'valid' && isInForce(province, at) && !isAltered,
  };
};
