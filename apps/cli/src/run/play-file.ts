import { readMembers, readProvince } from '../platform/topology.js';
import { shipped } from '../platform/repository.js';
import { agendaOf } from './agenda.js';
import { sendersOf } from './expectations.js';
import { type RunReport, play } from './play.js';
import { readScenario } from './scenario.js';
import { type Stage } from './stage.js';

export interface PlayFileOptions {
  readonly file: string;
  readonly seed: string;
  readonly speed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/** Plays the scenario in `file`. */
export const playFile = async (stage: Stage, options: PlayFileOptions): Promise<RunReport> => {
  const { file, seed, ...rest } = options;
  const [scenario, province, members] = await Promise.all([
    readScenario(file),
    readProvince(shipped.province()),
    readMembers(shipped.members()),
  ]);
  const agenda = agendaOf(scenario, province, members, seed);
  return play(stage, { ...rest, agenda, senders: sendersOf(province) });
};
