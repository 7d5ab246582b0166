import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { compatibility, curlLines } from './sample.js';

const SAMPLE = {
  url: 'http://127.0.0.1:8380',
  key: 'k',
  agency: '000.00.30.H39',
  recipient: '000.00.00.H39',
  documentId: 'abc',
  day: '2020-03-02',
  at: '2020-03-02T00:00:00.000Z',
} as const;

const lines = curlLines(SAMPLE);

/** What the shell makes of a line: curl's arguments. */
const words = (line: string): readonly string[] =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${line}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

describe('the lines for an e-office of the axis', () => {
  it('bear its identity in the headers of the axis', () => {
    const { baseUrl, curl } = compatibility(SAMPLE);
    expect(curl.map((line) => words(line).at(-1))).toStrictEqual([
      `${baseUrl}/getReceivedEdocList`,
      `${baseUrl}/sendEdoc`,
    ]);
    for (const line of curl) {
      expect(words(line)).toEqual(
        expect.arrayContaining(['X-SystemId: 000.00.30.H39', 'X-SecretKey: k']),
      );
    }
  });
});

describe('the sample lines', () => {
  it('reach the shell as one request each', () => {
    expect(lines.map((line) => words(line).at(-1))).toStrictEqual([
      'http://127.0.0.1:8380/v1/documents',
      'http://127.0.0.1:8380/v1/inbox?wait=5',
      'http://127.0.0.1:8380/v1/statuses',
      'http://127.0.0.1:8380/v1/statuses?wait=5',
    ]);
  });

  it('carry bodies that are JSON after the shell has read them', () => {
    const [send = '', , report = ''] = lines;
    const bodyOf = (line: string): unknown =>
      JSON.parse(words(line)[words(line).indexOf('-d') + 1] ?? '');
    expect(bodyOf(send)).toMatchObject({
      from: '000.00.30.H39',
      documentId: '000.00.30.H39,2020/03/02,1/CV-THU',
      to: [{ code: '000.00.00.H39' }],
    });
    expect(bodyOf(report)).toMatchObject({ documentId: 'abc', status: '01' });
  });
});
