import { describe, expect, it } from '@jest/globals';
import { type Trace } from '../platform/operator-answers.js';
import { stateOf, traceTable } from './trace-table.js';

const issued: Trace = {
  documentId: 'd1',
  headerDocumentId: '000.00.00.H39,2020/03/02,1/UBND',
  code: '1/UBND',
  subject: 'V/v đê điều',
  senderCode: '000.00.00.H39',
  issuedAt: '2020-03-02T08:00:00+07:00',
  status: 'issued',
  revision: 1,
  changes: [],
  signatures: [],
  deliveries: [],
};
const updated: Trace = {
  ...issued,
  revision: 2,
  changes: [{ at: '2020-03-03T08:00:00+07:00', type: 'DocumentUpdated', sequence: 12 }],
};

describe('the trace of a document', () => {
  it('tells its state and its revision, Vietnamese first', () => {
    expect(traceTable(issued)).toContain('đã phát hành · issued, lần · revision 1');
    expect(traceTable(updated)).toContain('đã cập nhật · updated, lần · revision 2');
  });

  it('names a document that was replaced or revoked so, however many versions it had', () => {
    expect(stateOf({ status: 'replaced', revision: 2 })).toBe('replaced');
    expect(traceTable({ ...updated, status: 'replaced' })).toContain('đã bị thay thế · replaced');
    expect(traceTable({ ...updated, status: 'revoked' })).toContain('đã thu hồi · revoked');
  });

  it('lists what happened to it since, and says nothing of changes where there were none', () => {
    expect(traceTable(updated)).toContain(
      'Thay đổi · Changes:\n  2020-03-03T08:00:00+07:00  DocumentUpdated  #12',
    );
    expect(traceTable(issued)).not.toContain('Changes');
  });
});
