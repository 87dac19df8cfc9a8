import { expect, test } from 'vitest';
import { repairedNumber } from './repair-numbers.ts';

test.each([
  ['218-QD/TW', '218-QĐ/TW'],
  ['“36-QĐĐ/TU,', '“36-QĐ/TU,'],
  ['05-OĐ/TW', '05-QĐ/TW'],
  ['1618-QB/TU;', '1618-QĐ/TU;'],
  ['43-CT/IW,', '43-CT/TW,'],
  ['2l8-QĐ/TW', '218-QĐ/TW'],
  ['O9-NQ/TU)', '09-NQ/TU)'],
  ['218-QĐlTW', '218-QĐ/TW'],
  ['15-KH/ĐDU', '15-KH/ĐU'],
  ['04/2015/ND-CP', '04/2015/NĐ-CP'],
  ['32/2018/NQ-HDND', '32/2018/NQ-HĐND'],
  ['34/2007/PL-UBTVQHII', '34/2007/PL-UBTVQH11'],
  ['35/2021/QHI5', '35/2021/QH15'],
])('%s is %s', (read, meant) => {
  expect(repairedNumber(read)).toBe(meant);
});

test.each([
  ['right as it stands', '218-QĐ/TW'],
  ['a guideline, not a contract', '11-HD/BDVTU'],
  ['a joint programme', '06-CTr.PH/BDVTU-UBNDTP'],
  ['a numbered committee', '01-QĐ/BCĐ75'],
  ['a date', '30/4/1975'],
  ['two counts', '108/115'],
  ['a map scale', '1/500'],
  ['a type that no table has', '12-XY/TW'],
  ['an issuer that no table has and nothing near it', '45-NQ/ABCE'],
  ['a word', 'Covid-19'],
])('%s stays: %s', (_, word) => {
  expect(repairedNumber(word)).toBeNull();
});
