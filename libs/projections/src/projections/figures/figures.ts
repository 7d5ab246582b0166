import { type Recorded } from '@lienthong/contracts';
import { type DocumentEvent } from '@lienthong/documents';
import { partiesOf } from '../../model/parties.js';
import { type Known, type Projection } from '../../model/projection.js';
import { add, type Effect } from '../../model/row.js';
import { countedRows } from './counted-rows.js';
import { deliveryCounts, isCounted } from './deliveries-counted.js';
import { issuedCounts, updatedRow } from './documents-counted.js';
import { addressedRows, issuedFlow, joinedBy, updatedFlow } from './flow.js';

/** What is counted without days. */
export const COUNTS = 'counts';
export const PARKED = 'parked';

/**
 * All that is counted: integers for each pair of the day on which something was recorded and the day to which it belongs.
 *
 * An event counts the same when it is folded once more, on rows that know what came after it.
 */
export const figures: Projection = {
  name: 'figures',
  version: '1',
  reads: ({ message, ...event }) => {
    if (event.category === 'document' && event.event.type === 'DocumentUpdated') {
      const { aggregateId } = message;
      return [countedRows.address(aggregateId), addressedRows.address(aggregateId)];
    }
    return event.category === 'delivery' && isCounted(event.event)
      ? [countedRows.address(partiesOf(message.aggregateId).document)]
      : [];
  },
  fold: (event, known) => {
    switch (event.category) {
      case 'document':
        return documentFigures(event.message, event.event, known);
      case 'delivery':
        if (event.event.type === 'DeliveryParked') return [add(COUNTS, PARKED)];
        return isCounted(event.event) ? deliveryCounts(event.message, event.event, known) : [];
      case 'parked':
        return [add(COUNTS, PARKED)];
      default:
        return [];
    }
  },
};

const documentFigures = (
  message: Recorded['message'],
  event: DocumentEvent,
  known: Known,
): readonly Effect[] => {
  switch (event.type) {
    case 'DocumentIssued':
      return [...issuedCounts(message, event, known), ...issuedFlow(message, event, known)];
    case 'DocumentUpdated': {
      const joined = joinedBy(message, event, known);
      return [...updatedRow(message, event, known), ...updatedFlow(message, joined, known)];
    }
    case 'DocumentRevoked':
    case 'DocumentReplaced':
      return [];
  }
};
