import { describe, expect, it } from '@jest/globals';
import { SystemKeys } from './system-keys.js';

describe('the secrets of the systems', () => {
  const keys = new SystemKeys(new Map([['000.00.00.G22', 'right']]));

  it.each([
    ['000.00.00.G22', 'right', true],
    ['000.00.00.G22', 'wrong', false],
    ['000.00.00.G22', '', false],
    ['000.00.00.G14', 'right', false],
    ['', '', false],
  ])('%s with the secret "%s": %s', (system, secret, expected) => {
    expect(keys.authenticates(system, secret)).toBe(expected);
  });
});
