export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
}

export interface Stage {
  readonly name: string;
  /** What node is run with. */
  readonly words: readonly string[];
  /** What it finds in its environment beside what there is. */
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the result off the exit code; one passed or one failed, unless told. */
  readonly count?: (exitCode: number) => Result;
  /** Without it nothing more is run, and its exit code is that of the whole. */
  readonly needed?: boolean;
}

export interface Limits {
  /** How long a stage may take; default 9 minutes. */
  readonly limitMs?: number;
  /** How long one that is asked to end may take for it; default 10 s. */
  readonly graceMs?: number;
}

export function runStages(groups: readonly (readonly Stage[])[], limits?: Limits): Promise<void>;
