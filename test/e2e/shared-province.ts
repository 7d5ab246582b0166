import { type Province, startProvince } from './fixture.js';

let shared: Province | undefined;

/** The platform that the chapters of one test file share. */
export const province = (): Province => {
  if (shared === undefined) throw new Error('the platform is not started');
  return shared;
};

export const startShared = async (): Promise<void> => {
  shared = await startProvince();
};

export const endShared = async (): Promise<void> => {
  await shared?.end();
};
