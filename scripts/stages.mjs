/**
 * The machinery of `npm test`: stages that are node programs, side by side where they may be, ended when this is.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT, say } from './prepare.mjs';

export const PASSED = { passed: 1, failed: 0 };
export const FAILED = { passed: 0, failed: 1 };

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const AT_ONCE = 2;
const LIMITS = { limitMs: 9 * 60_000, graceMs: 10_000 };
const POLL_MS = 20;

/**
 * Runs the groups one after another, the stages of a group side by side, and says last `tests: N passed, N failed`.
 * A stage that fails does not keep the others from running, unless it is `needed`. One that was cut off, or not run,
 * counts as failed.
 *
 * @type {typeof import('./stages.d.mts').runStages}
 */
export const runStages = async (groups, limits = {}) => {
  const run = new Run({ ...LIMITS, ...limits });
  for (const signal of STOPPING) process.on(signal, () => run.stop(signal));
  const results = [];
  for (const group of groups) results.push(...(await run.sideBySide(group)));
  report(results);
  const failed = results.some((result) => result.failed > 0);
  process.exitCode = run.endedWith ?? (failed ? 1 : 0);
};

class Run {
  /** The exit code for which nothing more is run. */
  endedWith;
  #limits;
  /** The process groups of the stages under way; for one that was asked to end, when nothing of it is left. */
  #groups = new Map();

  constructor(limits) {
    this.#limits = limits;
  }

  /** Asked twice, it waits for nobody. */
  stop(signal) {
    const kind = this.endedWith === undefined ? signal : 'SIGKILL';
    this.endedWith ??= 128 + constants.signals[signal];
    for (const group of this.#groups.keys()) this.#groups.set(group, this.#ended(group, kind));
  }

  /** The results in the order of the stages. */
  async sideBySide(stages) {
    const results = new Map();
    const waiting = [...stages];
    const work = async () => {
      while (waiting.length > 0) {
        const stage = waiting.shift();
        results.set(stage, await this.#resultOf(stage, stages.length > 1));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return stages.map((stage) => results.get(stage));
  }

  async #resultOf(stage, besideOthers) {
    const { name, count = counted, needed = false } = stage;
    if (this.endedWith !== undefined) return { name, ...FAILED, note: 'not run' };
    const begun = Date.now();
    const code = await (besideOthers ? this.#toldAfterwards(stage) : this.#toldAtOnce(stage));
    const seconds = Math.round((Date.now() - begun) / 1000);
    if (this.endedWith !== undefined)
      return { name, ...FAILED, note: `cut off after ${seconds} s` };
    if (needed && code !== 0) this.endedWith = code;
    return { name, ...count(code), note: `${seconds} s` };
  }

  #toldAtOnce(stage) {
    say(heading(stage.name));
    return this.#node(stage, 2);
  }

  /** What several say at the same time nobody can read. */
  async #toldAfterwards(stage) {
    const { name } = stage;
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-stage-'));
    const file = join(folder, 'output');
    const output = openSync(file, 'a');
    try {
      return await this.#node(stage, output);
    } finally {
      closeSync(output);
      say(`${heading(name)}\n${readFileSync(file, 'utf8').trimEnd()}`);
      rmSync(folder, { recursive: true });
    }
  }

  /** Runs node with the stage's words; resolves to its exit code, 1 also where it took too long or was killed. */
  async #node({ words, env = {} }, output) {
    const { limitMs } = this.#limits;
    // A process group of its own: what the stage has started can be ended with it.
    const options = {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      detached: true,
    };
    const child = spawn(process.execPath, words, options);
    const group = child.pid;
    this.#groups.set(group, undefined);
    const limit = setTimeout(() => {
      say(`this takes longer than ${limitMs / 1000} s: stopped`);
      this.#groups.set(group, this.#ended(group, 'SIGTERM'));
    }, limitMs);
    const [code] = await once(child, 'exit');
    clearTimeout(limit);
    await this.#groups.get(group);
    this.#groups.delete(group);
    return code ?? 1;
  }

  /** Resolves when nothing of the process group is left; what does not go when asked is killed. */
  async #ended(group, signal) {
    const deadline = Date.now() + this.#limits.graceMs;
    signalled(group, signal);
    while (signalled(group, 0) && Date.now() < deadline) await pause(POLL_MS);
    signalled(group, 'SIGKILL');
  }
}

/** Whether there is somebody in the process group. */
const signalled = (group, signal) => {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
};

const counted = (code) => (code === 0 ? PASSED : FAILED);

const heading = (name) => `\n── ${name} ${'─'.repeat(60 - name.length)}`;

const report = (results) => {
  say('');
  for (const { name, passed, failed, skipped = 0, note } of results) {
    const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
    say(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${passed} passed, ${failed} failed${rest} (${note})`,
    );
  }
  const sum = (kind) => results.reduce((total, result) => total + result[kind], 0);
  process.stdout.write(`tests: ${sum('passed')} passed, ${sum('failed')} failed\n`);
};
