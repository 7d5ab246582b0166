import { describe, expect, it } from '@jest/globals';
import { withoutCredentials } from './settings.js';

describe('an address that is shown', () => {
  it('does not tell what opens the server', () => {
    expect(withoutCredentials('redis://user:secret@127.0.0.1:6379/2')).toBe(
      'redis://127.0.0.1:6379/2',
    );
    expect(withoutCredentials('nats://127.0.0.1:4222')).toBe('nats://127.0.0.1:4222');
  });
});
