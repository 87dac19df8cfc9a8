import { describe, expect, test } from 'vitest';
import { readIdentity, titleKey, undated } from './identity.ts';

describe('a document known by its title has one key', () => {
  test.each([
    ['~luat dat dai 2013', 'Luật Đất đai năm 2013', 'Luật Đất đai 2013', 'luật đất đai năm 2013'],
    [
      '~luat thi dua khen thuong 2022',
      'Luật Thi đua, khen thưởng (sửa đổi) năm 2022',
      'Luật Thi đua, khen thưởng năm 2022',
    ],
    ['~luat tiep cong dan', 'Luật Tiếp công dân', 'LUẬT TIẾP CÔNG DÂN'],
    ['~hien phap 2013', 'Hiến pháp năm 2013', 'Hiến pháp 2013'],
    [
      '~nghi quyet dai hoi xiii',
      'Nghị quyết Đại hội XIII của Đảng',
      'Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng',
      'Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII',
    ],
    [
      '~nghi quyet trung uong 4 khoa xii',
      'Nghị quyết Trung ương 4 khóa XII',
      'Nghị quyết Trung ương 4 (khoá XII)',
      'Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII',
      'Nghị quyết Hội nghị Trung ương 4 khóa XII',
    ],
    ['~nghi quyet dai hoi lan thu xvi dang bo thanh pho', 'Nghị quyết Đại hội lần thứ XVI Đảng bộ thành phố'],
  ])('%s', (key, ...titles) => {
    for (const title of titles) expect(titleKey(title), title).toBe(key);
  });

  test('laws of two years stay apart', () => {
    expect(titleKey('Luật Đất đai năm 2013')).not.toBe(titleKey('Luật Đất đai năm 2024'));
    expect(titleKey('Nghị quyết Trung ương 4 khóa XI')).not.toBe(titleKey('Nghị quyết Trung ương 4 khóa XII'));
  });
});

test('an identity without its time is the stem of the same', () => {
  const dated = 'party|central|TW|QĐ|218|XI';
  expect(readIdentity(dated)).toEqual({ stem: 'party|central|TW|QĐ|218', time: 'XI' });
  expect(undated(dated)).toBe('party|central|TW|QĐ|218|');
  expect(undated('#218qdtw')).toBeNull();
});
