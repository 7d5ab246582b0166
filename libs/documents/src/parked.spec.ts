import { describe, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { expectLaws, parkedCommand, specify } from '@lienthong/testing';
import { parked } from './parked.js';

const given = specify(parked);

const message = {
  source: 'axis',
  problem: 'malformed-packet',
  detail: 'MessageHeader is missing',
  content: { digest: '0a'.repeat(32), mediaType: 'application/edxml+xml' },
  at: instant('2020-03-02T07:30:00+07:00'),
};

describe('a message that cannot be handled', () => {
  it('is parked once', () => {
    given()
      .when({ type: 'ParkMessage', ...message })
      .then({ type: 'MessageParked', ...message });
    given({ type: 'MessageParked', ...message })
      .when({ type: 'ParkMessage', ...message, detail: 'another try' })
      .thenNothing();
  });

  it('keeps the laws', () => {
    expectLaws(parked, parkedCommand);
  });
});
