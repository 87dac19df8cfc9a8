import { expect, test } from 'vitest';
import { withNewTones } from './tone-marks.ts';

test.each([
  ['Tỉnh uỷ, UỶ BAN, Uỷ viên', 'Tỉnh ủy, ỦY BAN, Ủy viên'],
  ['hoà giải; xoá nghèo, khoá XIII; TOÀ ÁN', 'hòa giải; xóa nghèo, khóa XIII; TÒA ÁN'],
  ['thuỷ lợi, luỹ kế, tuý, luỵ, tuỳ', 'thủy lợi, lũy kế, túy, lụy, tùy'],
  ['sức khoẻ, loè, xoè', 'sức khỏe, lòe, xòe'],
])('%s', (old, now) => {
  expect(withNewTones(old)).toBe(now);
  expect(withNewTones(now)).toBe(now);
  expect(now).toHaveLength(old.length);
});

test.each(['quý I, quỹ, QUỶ, quá, loại, toàn, hoàng, thoái, khuỷu, huỳnh, thuyền, ngoài, khoét'])(
  'leaves %s',
  (word) => {
    expect(withNewTones(word)).toBe(word);
  },
);
