import { describe, expect, it } from '@jest/globals';
import { folded } from '../../../../test/integration/projections-fold.js';
import {
  idOf,
  issued,
  KNOWN,
  letterTo,
  MORNING,
  reported,
  reportedLate,
  routed,
  sent,
} from '../../../../test/integration/projections-traffic.js';
import { hopRows } from './delivery-hops.js';
import { documents, headerRowId, headerRows, traceRows } from './documents.js';

const letter = letterTo({ 'ward-1': 'electronic', stranger: 'electronic' });
const delivery = hopRows.address(`ward-1.${idOf(letter)}`);
const first = KNOWN.length + 1;

describe('the trace of a document', () => {
  it('shows recipients with the level of the day of issue', () => {
    const effects = folded(documents, [...KNOWN, issued(letter)]);
    expect(effects.rows.get(traceRows.address(idOf(letter)))).toMatchObject({
      sender: 'office',
      senderCode: '000.00.00.H39',
      issuedAt: MORNING,
      sequence: first,
      recipients: [
        { agency: 'ward-1', code: '000.21.01.H39', level: 'commune' },
        { agency: 'stranger', level: 'unknown' },
      ],
    });
  });

  it('shows the signatures of the latest version', () => {
    const { event, ...place } = issued(letter);
    const signed = { holder: 'organisation', outcome: 'verified', serial: '0a1b' } as const;
    const document = { ...event.event, signatures: [signed] };
    const effects = folded(documents, [
      ...KNOWN,
      { ...place, event: { ...event, event: document } },
    ]);
    const row = effects.rows.get(traceRows.address(idOf(letter)));
    expect(row).toMatchObject({ signatures: [signed] });
  });

  it('shows every hop with its sequence', () => {
    const effects = folded(documents, [
      ...KNOWN,
      issued(letter),
      routed(letter, 'ward-1'),
      sent(letter, 'ward-1'),
      reported(letter, 'ward-1', '06'),
      reportedLate(letter, 'ward-1', '01'),
    ]);
    expect(effects.rows.get(delivery)).toMatchObject({
      status: 'completed',
      statusCode: '06',
      hops: [
        { type: 'DeliveryRouted', agency: 'office', sequence: first + 1 },
        { type: 'DeliverySent', agency: 'office', sequence: first + 2 },
        { type: 'StatusReported', agency: 'ward-1', sequence: first + 3, statusCode: '06' },
        { type: 'StatusReportedLate', agency: 'ward-1', sequence: first + 4, statusCode: '01' },
      ],
    });
  });

  it('ends with the dispatch where the recipient gets paper', () => {
    const onPaper = letterTo({ 'ward-1': 'paper' });
    const effects = folded(documents, [...KNOWN, issued(onPaper), routed(onPaper, 'ward-1')]);
    expect(effects.rows.get(delivery)).toMatchObject({
      status: 'dispatched-on-paper',
      hops: [{ type: 'PaperDispatched' }],
    });
  });

  it('does not take a status of a delivery that was never routed', () => {
    const facts = [...KNOWN, issued(letter), reported(letter, 'ward-1', '01')];
    expect(() => folded(documents, facts)).toThrow('is missing');
  });

  it('is found by the DocumentId of the packet, which two senders may have chosen alike', () => {
    const other = issued({ ...letter, sender: 'finance' });
    const documentId = 'office,2020/03/02,7/VP';
    const header = { ...other.event.event.header, documentId };
    const event = { ...other.event, event: { ...other.event.event, header } };
    const namesake = { id: 'namesake', event };
    const effects = folded(documents, [...KNOWN, issued(letter), namesake]);
    expect(effects.rows.get(headerRows.address(headerRowId(documentId)))).toStrictEqual({
      documents: [idOf(letter), 'namesake'],
    });
  });
});
