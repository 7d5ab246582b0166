import 'reflect-metadata';
import { startProjection } from '../../../dist/apps/projection/src/application.js';
import * as platform from '../../../dist/libs/platform/src/index.js';
import { fencedApply } from '../../../dist/libs/projections/src/index.js';
import { checkpointKey } from '../../../dist/libs/projections/src/keys.js';

const never = new Promise(() => undefined);

/** Says how far it has come before it has come there; from `sequence` on it comes no further until it is killed. */
const checkpointFirst = (sequence) => ({
  apply: async (redis, batch) => {
    const key = checkpointKey(batch.lane);
    const { from, to } = batch;
    await redis.hset(key, 'sequence', to);
    if (from < sequence && sequence <= to) await never;
    await redis.hset(key, 'sequence', from);
    return fencedApply.apply(redis, batch);
  },
});

/** The projection process with one fault: its checkpoint stands before its effect. */
export const runBroken = (sequence) => {
  const logger = platform.createLogger('projection');
  return platform.runProcess(logger, () =>
    startProjection(platform.projectionConfiguration(), logger, checkpointFirst(sequence)),
  );
};
