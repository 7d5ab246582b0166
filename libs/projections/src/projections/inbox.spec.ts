import { describe, expect, it } from '@jest/globals';
import { appended, folded } from '../../../../test/integration/projections-fold.js';
import {
  deliveryRevoked,
  revoked,
  updated,
  updateRequested,
} from '../../../../test/integration/projections-requests.js';
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
import { inbox } from './inbox.js';
import { inboxStream, statusStream } from './inbox-rows.js';

const letter = letterTo({ 'ward-1': 'electronic', ministry: 'electronic' });

describe('the inbox', () => {
  it('holds a document when it was sent, and not before', () => {
    const before = [...KNOWN, issued(letter), routed(letter, 'ward-1')];
    expect(appended(folded(inbox, before), inboxStream('ward-1'))).toStrictEqual([]);
    const after = folded(inbox, [...before, sent(letter, 'ward-1')]);
    expect(appended(after, inboxStream('ward-1'))).toStrictEqual([
      {
        document: idOf(letter),
        code: '000.21.01.H39',
        kind: 'document',
        revision: 1,
        description: '',
        toldAt: MORNING,
      },
    ]);
  });

  it('is kept for recipients inside alone', () => {
    const effects = folded(inbox, [
      ...KNOWN,
      issued(letter),
      routed(letter, 'ministry'),
      sent(letter, 'ministry'),
    ]);
    expect(effects.entries).toStrictEqual([]);
  });

  it('gets nothing of what goes on paper', () => {
    const onPaper = letterTo({ 'ward-1': 'paper' });
    const effects = folded(inbox, [...KNOWN, issued(onPaper), routed(onPaper, 'ward-1')]);
    expect(effects.entries).toStrictEqual([]);
  });

  it('tells the sender what the recipient reported, late or not', () => {
    const effects = folded(inbox, [
      ...KNOWN,
      issued(letter),
      sent(letter, 'ward-1'),
      reported(letter, 'ward-1', '03'),
      reportedLate(letter, 'ward-1', '01'),
    ]);
    expect(appended(effects, statusStream('office'))).toMatchObject([
      { recipient: 'ward-1', recipientCode: '000.21.01.H39', statusCode: '03', late: false },
      { recipient: 'ward-1', statusCode: '01', description: 'đã 01', late: true },
    ]);
  });

  it('keeps no statuses for senders outside, who hear of them over the axis', () => {
    const incoming = letterTo({ 'ward-1': 'electronic' }, { sender: 'ministry' });
    const effects = folded(inbox, [
      ...KNOWN,
      issued(incoming),
      sent(incoming, 'ward-1'),
      reported(incoming, 'ward-1', '01'),
    ]);
    expect(appended(effects, statusStream('ministry'))).toStrictEqual([]);
    expect(appended(effects, inboxStream('ward-1'))).toHaveLength(1);
  });

  it('says why a version is offered, each with its own words, and why the document is revoked', () => {
    const ward = 'ward-1';
    const effects = folded(inbox, [
      ...KNOWN,
      issued(letter),
      sent(letter, ward),
      updated(letter, 2, { reason: 'Sai thể thức' }),
      updateRequested(letter, ward, 2, MORNING),
      updated(letter, 3, { reason: 'Sai số' }),
      updated(letter, 4, { reason: 'Sai ngày' }),
      updateRequested(letter, ward, 4, MORNING),
      revoked(letter, 'Ban hành nhầm'),
      deliveryRevoked(letter, ward, MORNING),
    ]);
    expect(appended(effects, inboxStream(ward))).toMatchObject([
      { kind: 'document', revision: 1, description: '' },
      { kind: 'update', revision: 2, description: 'Sai thể thức' },
      { kind: 'update', revision: 4, description: 'Sai ngày' },
      { kind: 'revocation', revision: 4, description: 'Ban hành nhầm' },
    ]);
  });

  it('does not take a delivery of a document that it never saw', () => {
    expect(() => folded(inbox, [...KNOWN, sent(letter, 'ward-1')])).toThrow('is missing');
  });
});
