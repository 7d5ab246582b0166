/**
 * The order of test files: what takes long begins first, so that no processor is idle while the last file runs on alone. Without
 * this, jest goes by what earlier runs took, which a fresh checkout does not know, and then by the size of the files.
 */
import TestSequencer from '@jest/test-sequencer';

/** As long as several others together, the longest first. */
const LONG = [
  'test/e2e/province.spec.ts',
  'test/faults/disturbed-mornings.spec.ts',
  'test/e2e/changes.spec.ts',
  'test/e2e/once.spec.ts',
  'test/e2e/cli-supervisor.spec.ts',
  'test/integration/body-room.spec.ts',
  'test/integration/edxml-refusals.spec.ts',
  'test/integration/attachments.spec.ts',
  'test/integration/event-store/object-memory.spec.ts',
  'test/integration/event-store/writers.spec.ts',
  'test/contract/event-store/reading.spec.ts',
  'test/contract/event-store/lease.spec.ts',
  'test/integration/national-crashes.spec.ts',
  'test/integration/stages.spec.ts',
  'libs/edxml/src/variants.spec.ts',
  'libs/edxml/src/write-packet.spec.ts',
];

const placeOf = ({ path }) => {
  const place = LONG.findIndex((name) => path.endsWith(name));
  return place === -1 ? LONG.length : place;
};

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
