import { seeded } from '@lienthong/connector';
import { type Instant } from '@lienthong/kernel';
import { type PlannedDocument } from './planning.js';
import { CHANGES, type ChangeKind, type Scenario } from './scenario-shape.js';

/** What a document does to one that was issued before. */
export interface Change {
  readonly kind: ChangeKind;
  /** Key of that document. */
  readonly of: string;
  readonly reason: string;
}

type Changed<Document> = Document & { readonly change?: Change };

/**
 * The documents, and what becomes of them: a look that an office has at what it has sent leads to updates, revocations and
 * take-backs of documents sent before it; a document after it may take the place of one before that nothing else becomes of.
 *
 * The draws of a document depend on its flow and number alone.
 */
export const changesOf = <Document extends PlannedDocument>(
  changes: Scenario['changes'],
  documents: readonly Document[],
  seed: string,
): Changed<Document>[] => {
  if (changes === undefined) return [...documents];
  const looks = [...changes.looks].sort((a, b) => a - b);
  const drawn = new Map(
    documents.map((document) => [document.key, draw(changes, document, looks, seed)]),
  );
  const later = documents.flatMap((document) => {
    const made = drawn.get(document.key);
    if (made === undefined || made.kind === 'replace') return [];
    return [laterThan(document, made)];
  });
  const taken = new Set<string>();
  const issued = documents.map((document) => {
    const made = drawn.get(document.key);
    if (made?.kind !== 'replace') return document;
    const free = documents.filter(({ key }) => drawn.get(key) === undefined && !taken.has(key));
    const replaced = replacedBy(document, free, looks);
    if (replaced === undefined) return document;
    taken.add(replaced.key);
    return {
      ...document,
      change: { kind: 'replace' as const, of: replaced.key, reason: made.reason },
    };
  });
  return [...issued, ...later];
};

interface Drawn {
  readonly kind: ChangeKind;
  readonly reason: string;
  readonly at: Instant;
}

const draw = (
  changes: NonNullable<Scenario['changes']>,
  document: PlannedDocument,
  looks: readonly Instant[],
  seed: string,
): Drawn | undefined => {
  if (!isOurs(document)) return undefined;
  const chance = seeded(seed, document.flow, String(document.number), 'change');
  const lot = chance.next();
  let upTo = 0;
  const kind = CHANGES.find((candidate) => {
    upTo += changes[candidate].share;
    return lot < upTo;
  });
  const at = looks.find((look) => look > document.at);
  if (kind === undefined || (at === undefined && kind !== 'replace')) return undefined;
  // Those outside have done with it by then; only who has not can still be asked.
  if (kind === 'take-back' && !staysInside(document)) return undefined;
  if (kind === 'update' && !reachesInside(document)) return undefined;
  return { kind, reason: chance.pick(changes[kind].reasons), at: at ?? document.at };
};

const isOurs = ({ sender, recipients }: PlannedDocument): boolean =>
  sender.where === 'inside' && recipients.some(({ channel }) => channel !== 'paper');

const staysInside = ({ recipients }: PlannedDocument): boolean =>
  recipients.every(({ where, channel }) => where === 'inside' || channel === 'paper');

const reachesInside = ({ recipients }: PlannedDocument): boolean =>
  recipients.some(({ where, channel }) => where === 'inside' && channel !== 'paper');

const laterThan = <Document extends PlannedDocument>(
  document: Document,
  { kind, reason, at }: Drawn,
): Changed<Document> => ({
  ...document,
  key: `${document.key}/${kind}`,
  at,
  subject: kind === 'update' ? `${document.subject} (đính chính)` : document.subject,
  change: { kind, of: document.key, reason },
});

/** The last one of the same sender that was sent before a look. */
const replacedBy = <Document extends PlannedDocument>(
  { sender, at }: Document,
  documents: readonly Document[],
  looks: readonly Instant[],
): Document | undefined => {
  const look = looks.findLast((candidate) => candidate < at);
  if (look === undefined) return undefined;
  return documents
    .filter((one) => one.sender.id === sender.id && one.at <= look && isOurs(one))
    .reduce<Document | undefined>(
      (last, one) => (last === undefined || one.at > last.at ? one : last),
      undefined,
    );
};
