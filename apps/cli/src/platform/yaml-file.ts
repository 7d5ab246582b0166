import { readFile } from 'node:fs/promises';
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CliFailure } from '../output/failure.js';
import { nearest, wordsIn } from './nearest.js';

/** @throws {CliFailure} when there is no such file, or naming every fault by its line and path */
export const readYaml = async <T>(schema: z.ZodType<T>, file: string): Promise<T> =>
  decodeYaml(schema, await readText(file), file);

/**
 * @param file where the text came from, for people
 * @throws {CliFailure} naming every fault by its line and path
 */
export const decodeYaml = <T>(schema: z.ZodType<T>, text: string, file: string): T => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) throw notValid(file, [`  ${broken.message}`]);
  const decoded = schema.safeParse(document.toJS());
  if (decoded.success) return decoded.data;
  const lineOf = (path: readonly PropertyKey[]): number => {
    const found = nodeAt((part) => document.getIn(part, true), path);
    return lines.linePos(found?.range?.[0] ?? 0).line;
  };
  const faults = decoded.error.issues
    .flatMap((issue) => faultsOf(issue, schema))
    .map(({ path, message }) => ({ line: lineOf(path), path, message }))
    .sort((a, b) => a.line - b.line);
  throw notValid(
    file,
    faults.map(
      ({ line, path, message }) =>
        `  line ${String(line)}, ${path.map(String).join('.') || '(whole)'}: ${message}`,
    ),
  );
};

/** @throws {CliFailure} when there is no such file */
export const readText = async (file: string): Promise<string> =>
  Buffer.from(await readBytes(file)).toString('utf8');

/** @throws {CliFailure} when there is no such file */
export const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    const words = { vi: `Không đọc được tệp ${file}.`, en: `${file} cannot be read.` };
    throw new CliFailure('not-found', words, { cause });
  }
};

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A word that nobody knows is named where it stands, with the word that was probably meant. */
const faultsOf = (issue: z.core.$ZodIssue, schema: z.ZodType): readonly Fault[] => {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => {
    const meant = nearest(key, wordsIn(schema));
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    return { path: [...issue.path, key], message: `there is no such word${hint}` };
  });
};

/** What stands at the path, or the nearest thing above it that stands in the file. */
const nodeAt = (
  at: (path: readonly PropertyKey[]) => unknown,
  path: readonly PropertyKey[],
): Node | undefined => {
  const [above, last] = [at(path.slice(0, -1)), path.at(-1)];
  if (isMap(above)) {
    const pair = above.items.find(({ key }) => isScalar(key) && key.value === last);
    if (isNode(pair?.key)) return pair.key;
  }
  const found = at(path);
  if (isNode(found)) return found;
  return path.length === 0 ? undefined : nodeAt(at, path.slice(0, -1));
};

const notValid = (file: string, faults: readonly string[]): CliFailure =>
  new CliFailure('invalid-input', {
    vi: `Tệp ${file} chưa đúng.`,
    en: `${file} is not valid:\n${faults.join('\n')}`,
  });
