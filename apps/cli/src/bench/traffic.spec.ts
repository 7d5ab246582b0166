import { describe, expect, it } from '@jest/globals';
import { type PlatformClient } from '@lienthong/connector';
import { setImmediate as turn } from 'node:timers/promises';
import { Traffic } from './traffic.js';

type Client = ConstructorParameters<typeof Traffic>[0];

const LONG_SECONDS = 60;

/** A platform that takes everything and never has anything to deliver. */
const silent = (changed: Partial<Client> = {}) => {
  const asked = { sendDocument: 0, inbox: 0 };
  const client: Client = {
    sendDocument: async (...words: Parameters<PlatformClient['sendDocument']>) => {
      asked.sendDocument += 1;
      await turn();
      if (changed.sendDocument !== undefined) return changed.sendDocument(...words);
      return { documentId: String(asked.sendDocument), sequence: 1, deliveries: [] };
    },
    inbox: async (...words: Parameters<PlatformClient['inbox']>) => {
      asked.inbox += 1;
      await turn();
      if (changed.inbox !== undefined) return changed.inbox(...words);
      return { entries: [], cursor: '0' };
    },
    reportStatuses: () => Promise.resolve([]),
  };
  return { client, asked };
};

const refuse = (): Promise<never> => Promise.reject(new Error('refused'));

const standsStill = async (asked: Readonly<Record<string, number>>): Promise<boolean> => {
  for (let turns = 0; turns < 5; turns += 1) await turn();
  const before = JSON.stringify(asked);
  for (let turns = 0; turns < 20; turns += 1) await turn();
  return JSON.stringify(asked) === before;
};

describe('the traffic of a benchmark', () => {
  it('ends the answering when a writer fails', async () => {
    const { client, asked } = silent({ sendDocument: refuse });
    await expect(new Traffic(client).flow(2, LONG_SECONDS)).rejects.toThrow('refused');
    expect(await standsStill(asked)).toBe(true);
  });

  it('ends the writing when the answering fails', async () => {
    const { client, asked } = silent({ inbox: refuse });
    await expect(new Traffic(client).flow(2, LONG_SECONDS)).rejects.toThrow('refused');
    expect(await standsStill(asked)).toBe(true);
  });
});
