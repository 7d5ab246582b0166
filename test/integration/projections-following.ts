import {
  type LogReader,
  ProjectionRuntime,
  projections,
  type RuntimeOptions,
} from '@lienthong/projections';

type Options = Omit<RuntimeOptions, 'projections'> & { readonly log: LogReader };

export interface Following {
  readonly runtime: ProjectionRuntime;
  /** Settles when the runtime ends: rejects when it was taken over. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A runtime at work with every projection. */
export const followWith = (options: Options): Following => {
  const end = new AbortController();
  const runtime = new ProjectionRuntime({ projections, ...options });
  const ended = runtime.run(end.signal);
  ended.catch(() => undefined);
  return {
    runtime,
    ended,
    stop: async () => {
      end.abort();
      await ended;
    },
  };
};
