import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CliFailure } from '../output/failure.js';
import { decodeYaml } from './yaml-file.js';

const schema = z.strictObject({
  title: z.string(),
  shares: z.array(z.strictObject({ share: z.number().max(1), reasons: z.array(z.string()) })),
});

const faultsOf = (yaml: string): string => {
  try {
    decodeYaml(schema, yaml, 'file.yaml');
    return '';
  } catch (error) {
    if (error instanceof CliFailure) return error.message;
    throw error;
  }
};

describe('a YAML file', () => {
  it('is read', () => {
    const yaml = 'title: a\nshares:\n  - share: 1\n    reasons: [b]\n';
    expect(decodeYaml(schema, yaml, 'file.yaml')).toStrictEqual({
      title: 'a',
      shares: [{ share: 1, reasons: ['b'] }],
    });
  });

  it('has every fault named by its line and its path, in the order of the lines', () => {
    const yaml = 'title: a\nshares:\n  - share: 4\n    reasons: [b]\n  - share: 0\n';
    const faults = faultsOf(yaml).split('\n').slice(1);
    expect(faults.map((fault) => fault.replace(/: .*/, ''))).toStrictEqual([
      '  line 3, shares.0.share',
      '  line 5, shares.1.reasons',
    ]);
  });

  it('says what was probably meant by a word that it does not know', () => {
    expect(faultsOf('title: a\nshares:\n  - share: 1\n    reason: [b]\n')).toContain(
      'line 4, shares.0.reason: there is no such word; did you mean reasons?',
    );
    expect(faultsOf('title: a\nshares: []\ncolour: red\n')).toMatch(
      /line 3, colour: there is no such word$/,
    );
  });

  it('that is none says where it breaks off', () => {
    expect(faultsOf('title: {\nshares: []\n')).toContain('line');
  });
});
