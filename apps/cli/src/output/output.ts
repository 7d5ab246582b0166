import Table from 'cli-table3';

/** Where a command speaks: data on stdout, everything else on stderr. */
export interface Output {
  /** Data for programs instead of tables for people. */
  readonly json: boolean;
  /** One line of data. */
  readonly line: (text: string) => void;
  /** Progress; only where a person watches. */
  readonly progress: (text: string) => void;
  /** What a person must know though it is no data. */
  readonly notice: (text: string) => void;
}

export const terminalOutput = (json: boolean): Output => ({
  json,
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
  },
  notice: (text) => {
    if (!json) process.stderr.write(`${text}\n`);
  },
});

/** The same facts for a program (one line of JSON) or for a person. */
export const print = (output: Output, data: unknown, forPeople: () => string): void => {
  output.line(output.json ? JSON.stringify(data) : forPeople());
};

/**
 * A table with Vietnamese headings first.
 *
 * @param widths of the columns, in characters, where texts are broken into lines
 */
export const table = (
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  widths?: readonly number[],
): string => {
  const folded = widths === undefined ? {} : { colWidths: [...widths], wordWrap: true };
  const drawn = new Table({ head: [...head], style: { head: [], border: [] }, ...folded });
  for (const row of rows) drawn.push([...row]);
  return drawn.toString();
};
