import { table } from '../output/output.js';
import { type Trace } from '../platform/operator-answers.js';

type Hop = Trace['changes'][number];

export type DocumentState = Trace['status'] | 'updated';

const STATES: Readonly<Record<DocumentState, string>> = {
  issued: 'đã phát hành · issued',
  updated: 'đã cập nhật · updated',
  replaced: 'đã bị thay thế · replaced',
  revoked: 'đã thu hồi · revoked',
};

/** What has become of a document as a whole: one that stands is updated once it has a second version. */
export const stateOf = ({ status, revision }: Pick<Trace, 'status' | 'revision'>): DocumentState =>
  status === 'issued' && revision > 1 ? 'updated' : status;

/** A trace as a person reads it. */
export const traceTable = (trace: Trace): string =>
  [
    `${trace.code}  ${trace.subject}`,
    `${trace.senderCode}  ${trace.issuedAt}  ${trace.documentId}`,
    `Tình trạng · State: ${STATES[stateOf(trace)]}, lần · revision ${String(trace.revision)}`,
    ...changesText(trace),
    `Chữ ký · Signatures: ${signaturesText(trace)}`,
    table(
      ['Nơi nhận · To', 'Cấp · Level', 'Trạng thái · Status', 'Chặng · Hops'],
      trace.deliveries.map(({ to, level, status, statusCode, hops }) => [
        to,
        level,
        [statusCode, status].filter((text) => text !== undefined).join(' '),
        hops.map(hopText).join('\n'),
      ]),
    ),
  ].join('\n');

const changesText = ({ changes }: Trace): readonly string[] =>
  changes.length === 0
    ? []
    : ['Thay đổi · Changes:', ...changes.map((change) => `  ${hopText(change)}`)];

const hopText = ({ at, type, sequence }: Hop): string => `${at}  ${type}  #${String(sequence)}`;

const signaturesText = ({ signatures }: Trace): string =>
  signatures.length === 0
    ? 'không có · absent'
    : signatures
        .map(({ holder, outcome, serial }) => `${holder} ${outcome} (${serial})`)
        .join(', ');
