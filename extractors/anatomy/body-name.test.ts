import { expect, test } from 'vitest';
import { type AdministrativeUnit, allUnits, spellingKey } from '../geography/index.ts';
import { readBodies } from './body-name.ts';

const committees: Readonly<Record<string, string>> = {
  tỉnh: 'Tỉnh ủy',
  'thành phố': 'Thành ủy',
  huyện: 'Huyện ủy',
  quận: 'Quận ủy',
  'thị xã': 'Thị ủy',
};

/** «XÃ ĐOÀN KẾT», «PHƯỜNG NGÃ TƯ SỞ», «XÃ KHAU TINH»: names hold words that are bodies and types of units elsewhere. */
test('the committees of every unit of the country are read with their place', () => {
  const wrong = allUnits().flatMap((unit) =>
    lettersOf(unit).filter((line) => {
      const [body, ...more] = readBodies(line.toUpperCase());
      const place = body?.places.at(-1);
      return more.length > 0 || place?.type !== unit.type || spellingKey(place.name) !== spellingKey(unit.name);
    }),
  );
  expect(wrong).toEqual([]);
});

function lettersOf(unit: AdministrativeUnit): string[] {
  const party = committees[unit.type];
  return [
    party ? `${party} ${unit.name}` : `Đảng ủy ${unit.type} ${unit.name}`,
    `Ủy ban nhân dân ${unit.type} ${unit.name}`,
  ];
}
