import { describe, expect, it } from '@jest/globals';
import { means, plain, plainWords, wordsIn } from './words.js';

describe('words of a text', () => {
  it('are what stands between spaces and signs, each once', () => {
    expect(wordsIn('V/v báo cáo, BÁO CÁO số 12-QĐ')).toStrictEqual([
      'v',
      'báo',
      'cáo',
      'số',
      '12',
      'qđ',
    ]);
  });

  it('are the same however their letters are composed', () => {
    expect(wordsIn('Báo cáo'.normalize('NFD'))).toStrictEqual(['báo', 'cáo']);
  });

  it('are found without their marks', () => {
    expect(plainWords('Quyết định về ĐÊ ĐIỀU')).toStrictEqual([
      'quyet',
      'dinh',
      've',
      'de',
      'dieu',
    ]);
    expect(plain('7816/VPCP-TTĐT')).toBe('7816/vpcp-ttdt');
  });

  it('that are longer than anybody writes are cut', () => {
    expect(wordsIn('a'.repeat(100))).toStrictEqual(['a'.repeat(64)]);
  });
});

describe('a word that is looked for', () => {
  it.each([
    ['bao', 'báo'],
    ['bao', 'bảo'],
    ['báo', 'báo'],
    ['báo', 'bao'],
    ['hoà', 'hòa'],
    ['uỷ', 'ủy'],
    ['điều', 'điều'.normalize('NFD')],
  ])('%s means %s', (wanted, word) => {
    expect(means(wanted, word)).toBe(true);
  });

  it.each([
    ['báo', 'bảo'],
    ['báo', 'bào'],
    ['bao', 'cao'],
    ['đê', 'để'],
    ['bá', 'báo'],
  ])('%s does not mean %s', (wanted, word) => {
    expect(means(wanted, word)).toBe(false);
  });
});
