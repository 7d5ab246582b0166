/** A line of the Prometheus text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const COMMENT = /^# (HELP|TYPE) (\S+) (.*)$/;
const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];
const SAMPLE =
  /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (\S+)(?: -?\d+)?$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"/g;
/** What the samples of a histogram or a summary add to its name. */
const PARTS = /_(?:bucket|sum|count)$/;

/**
 * Everything that a process publishes, by the rules of the format: each metric has its help and its type before its
 * samples, and no sample stands twice.
 *
 * @throws {Error} naming the line that breaks them
 */
export const samplesIn = (text: string): readonly Sample[] => {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const reading = new Reading();
  for (const line of text.split('\n').slice(0, -1)) reading.take(line);
  return reading.samples;
};

class Reading {
  readonly samples: Sample[] = [];
  private readonly typed = new Set<string>();
  private readonly helped = new Set<string>();
  private readonly seen = new Set<string>();

  take(line: string): void {
    if (line === '') return;
    const [, kind = '', name = '', rest = ''] = COMMENT.exec(line) ?? [];
    if (kind === 'HELP') this.helped.add(name);
    else if (kind === 'TYPE') this.type(name, rest, line);
    else this.sample(line);
  }

  private type(name: string, type: string, line: string): void {
    if (!TYPES.includes(type) || this.typed.has(name)) throw new Error(`no type: ${line}`);
    this.typed.add(name);
  }

  private sample(line: string): void {
    const sample = sampleIn(line);
    const metric = this.typed.has(sample.name) ? sample.name : sample.name.replace(PARTS, '');
    if (!this.typed.has(metric) || !this.helped.has(metric)) {
      throw new Error(`not told of: ${line}`);
    }
    const place = line.slice(0, line.lastIndexOf(' '));
    if (this.seen.has(place)) throw new Error(`twice: ${line}`);
    this.seen.add(place);
    this.samples.push(sample);
  }
}

const sampleIn = (line: string): Sample => {
  const [, name = '', labels = '', number = ''] = SAMPLE.exec(line) ?? [];
  const value = number === '+Inf' ? Number.POSITIVE_INFINITY : Number(number);
  const isNumber = number === 'NaN' || (number !== '' && !Number.isNaN(value));
  if (name === '' || !isNumber) throw new Error(`no sample: ${line}`);
  const pairs = [...labels.matchAll(LABEL)].map(
    ([, label = '', text = '']) => [label, text] as const,
  );
  return { name, labels: Object.fromEntries<string>(pairs), value };
};
