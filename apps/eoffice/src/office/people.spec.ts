import { describe, expect, it } from '@jest/globals';
import { type People } from '../province/province-file.js';
import { workerOn, workersOf } from './people.js';

const people: People = {
  inAgency: [2, 6],
  paces: [
    { share: 0.3, factor: 0.5 },
    { share: 0.55, factor: 1 },
    { share: 0.15, factor: 4 },
  ],
  names: ['An', 'Bình', 'Chi'],
};

const agencies = Array.from({ length: 300 }, (_, n) => `xa-${String(n)}`);
const everybody = agencies.flatMap((agency) => workersOf(people, '1', agency));

describe('the people of an agency', () => {
  it('are as many as the province says', () => {
    const counts = new Set(agencies.map((agency) => workersOf(people, '1', agency).length));
    expect([...counts].sort()).toEqual([2, 3, 4, 5, 6]);
  });

  it('are fast and slow as often as the province says', () => {
    const share = (factor: number): number =>
      everybody.filter((worker) => worker.factor === factor).length / everybody.length;
    expect(share(0.5)).toBeCloseTo(0.3, 1);
    expect(share(1)).toBeCloseTo(0.55, 1);
    expect(share(4)).toBeCloseTo(0.15, 1);
  });

  it('get documents by the seed, each document one of them', () => {
    const on = (documentId: string, seed = '1') =>
      workerOn(people, { seed, agency: 'xa-1', documentId });
    expect(on('d')).toEqual(on('d'));
    const documents = Array.from({ length: 200 }, (_, n) => String(n));
    const busy = new Set(documents.map((documentId) => JSON.stringify(on(documentId))));
    const there = new Set(workersOf(people, '1', 'xa-1').map((worker) => JSON.stringify(worker)));
    expect(busy).toEqual(there);
  });

  it('are of one pace, and nobody by name, where the province does not say', () => {
    expect(workerOn(undefined, { seed: '1', agency: 'a', documentId: 'd' })).toEqual({ factor: 1 });
  });
});
