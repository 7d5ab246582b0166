import { describe, expect, it } from '@jest/globals';
import { chooseSuccessor, type Succession } from './succession.js';

const entry = (successor: string, rest: Partial<Succession> = {}): Succession => ({
  successor,
  isDefault: false,
  source: '',
  ...rest,
});

const chosen = (entries: readonly Succession[], particulars = {}) => {
  const choice = chooseSuccessor(entries, particulars);
  return choice.kind === 'one' ? choice.chosen.successor : choice.kind;
};

describe('the successor of a closed agency', () => {
  it('is the only one there is', () => {
    expect(chosen([entry('xa-1')])).toBe('xa-1');
    expect(chosen([entry('xa-1', { isDefault: true })])).toBe('xa-1');
  });

  it('is unknown where nobody was named', () => {
    expect(chosen([])).toBe('unknown');
    expect(chosen([entry('xa-1', { territory: 'bac' })])).toBe('unknown');
    expect(chosen([entry('xa-1', { territory: 'bac' })], { territory: 'nam' })).toBe('unknown');
  });

  it('is never guessed among several', () => {
    expect(chosen([entry('xa-1'), entry('xa-2')])).toBe('ambiguous');
    const both = [entry('xa-1', { isDefault: true }), entry('xa-2', { isDefault: true })];
    expect(chosen(both)).toBe('ambiguous');
  });

  it('is the one whose territory or field the sender named', () => {
    const entries = [
      entry('xa-1', { territory: 'bac' }),
      entry('xa-2', { territory: 'nam' }),
      entry('so', { field: 'dat-dai' }),
    ];
    expect(chosen(entries, { territory: 'nam' })).toBe('xa-2');
    expect(chosen(entries, { field: 'dat-dai' })).toBe('so');
    expect(chosen(entries, { territory: 'nam', field: 'dat-dai' })).toBe('ambiguous');
  });

  it('is the default where no other fits, or too many do', () => {
    const entries = [
      entry('xa-1', { territory: 'bac' }),
      entry('xa-2', { territory: 'bac' }),
      entry('tinh', { isDefault: true }),
    ];
    expect(chosen(entries)).toBe('tinh');
    expect(chosen(entries, { territory: 'bac' })).toBe('tinh');
  });
});
