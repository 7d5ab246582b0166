import 'reflect-metadata';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { sha256, standingClock } from '@lienthong/kernel';
import { KeyRevoked } from '../access/access.errors.js';
import { Authentication } from '../access/authentication.js';
import { DirectoryView } from '../directory/directory.view.js';
import { InboxController } from './inbox.controller.js';

const at = 0;
const keyDigest = sha256('key');

describe('a request that waits', () => {
  it.each(['inbox', 'statuses'] as const)(
    'for its %s is told nothing once its key is revoked',
    async (feed) => {
      const view = new DirectoryView();
      view.current.applySystem('ioffice', {
        type: 'SystemConnected',
        kind: 'eoffice',
        name: 'iOffice',
        agencies: [],
        at,
      });
      view.current.applySystem('ioffice', { type: 'SystemKeyIssued', keyDigest, at });
      const read = () => {
        view.current.applySystem('ioffice', { type: 'SystemKeyRevoked', keyDigest, at });
        return Promise.resolve({ entries: [], cursor: 'c' });
      };
      const feeds = { inbox: read, statuses: read };
      const authentication = new Authentication(view, sha256('other'), standingClock(0));
      const controller = new InboxController(feeds as never, authentication);
      const request = { headers: { authorization: 'Bearer key' } };
      const caller = authentication.callerOf(request);
      await expect(
        controller[feed](caller, request as never, new EventEmitter() as never, { wait: '30' }),
      ).rejects.toThrow(KeyRevoked);
    },
  );
});
