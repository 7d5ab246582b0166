import { z } from 'zod';
import { membersShape, provinceShape } from '../platform/topology.js';
import { scenarioShape } from './scenario-shape.js';

const written = (shape: z.ZodType, title: string): string => {
  // Of the seventh draft, which editors read best.
  const schema = z.toJSONSchema(shape, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
};

/** What an editor needs to help with the files in `scenarios/`, by the name that it is shipped under. */
export const jsonSchemas = (): Readonly<Record<string, string>> => ({
  'scenario.schema.json': written(scenarioShape, 'A day, or a part of it: causes, never results'),
  'province.schema.json': written(
    provinceShape,
    'A province: its agencies, their systems and certificates, and how people work',
  ),
  'members.schema.json': written(membersShape, 'Who is connected to the national document axis'),
});
