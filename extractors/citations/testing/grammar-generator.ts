import fc from 'fast-check';
import { issuerCodes, type TypeCode, typeCodes } from '../codes.ts';

/** A sentence that the grammar can say, and the mentions that must be read from it. */
export interface Said {
  /** The words before the number: «Quyết định số ». */
  lead: string;
  /** As it stands in the text: «217 , 218 -QĐ/TW». */
  written: string;
  numbers: string[];
  type: string;
}

const named = (system: string): fc.Arbitrary<{ type: TypeCode; name: string }> => {
  const types = typeCodes.filter(({ systems, letters }) => systems.includes(system) && !/LT$|LN$|LB$/.test(letters));
  return fc
    .constantFrom(...types.flatMap((type) => type.names.map((name) => ({ type, name }))))
    .chain((one) =>
      fc
        .constantFrom(one.type.letters, ...(one.type.variants ?? []).filter((letters) => !letters.includes('-')))
        .map((letters) => ({ ...one, type: { ...one.type, letters } })),
    );
};

const body = (...systems: string[]): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...issuerCodes
      .filter(({ system }) => systems.includes(system))
      .flatMap(({ code, variants, numbered }) =>
        [code, ...(variants ?? [])].map((one) => (numbered ? `${one}15` : one)),
      ),
  );

const ordinal = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map(String),
  fc.integer({ min: 1, max: 9 }).map((one) => `0${one}`),
);
const year = fc.integer({ min: 1946, max: 2049 }).map(String);
const hyphen = fc.constantFrom('-', '-', '-', ' -', '- ', ' - ', '–', '_');
/** Drafting offices: two that the table knows, two that it does not. */
const units = ['', '', '', '-VP', '-BTT', '-KTHT', '-V05'];
const unit = fc.constantFrom(...units);

interface Shape {
  lead: string;
  type: string;
  /** The number behind its ordinal, as it should be and as it is written. */
  suffix: string;
  written: string;
}

const party: fc.Arbitrary<Shape> = fc
  .tuple(named('party'), body('party', 'mass'), hyphen)
  .map(([{ type, name }, issuer, joint]) => ({
    lead: name,
    type: name,
    suffix: `-${type.letters}/${issuer}`,
    written: `${joint}${type.letters}/${issuer}`,
  }));

const admin: fc.Arbitrary<Shape> = fc
  .tuple(named('state'), body('state', 'mass'), unit)
  .filter(([{ type }, issuer]) => !(type.letters === 'L' && issuer.startsWith('L')))
  .map(([{ type, name }, issuer, department]) => {
    const suffix = `/${type.letters}-${issuer}${department}`;
    return { lead: name, type: name, suffix, written: suffix };
  });

const normative: fc.Arbitrary<Shape> = fc
  .tuple(named('state'), year, body('state'))
  .map(([{ type, name }, inYear, issuer]) => {
    const suffix = `/${inYear}/${type.letters}-${issuer}`;
    return { lead: name, type: name, suffix, written: suffix };
  });

const statute: fc.Arbitrary<Shape> = fc
  .tuple(fc.constantFrom('Luật', 'Bộ luật', 'Nghị quyết'), year, fc.integer({ min: 7, max: 19 }))
  .map(([name, inYear, legislature]) => {
    const suffix = `/${inYear}/QH${legislature}`;
    return { lead: name, type: name, suffix, written: suffix };
  });

const joint: fc.Arbitrary<Shape> = fc
  .tuple(year, fc.array(body('state'), { minLength: 2, maxLength: 3 }))
  .map(([inYear, issuers]) => {
    const suffix = `/${inYear}/TTLT-${issuers.join('-')}`;
    return { lead: 'Thông tư liên tịch', type: 'Thông tư liên tịch', suffix, written: suffix };
  });

const liaison: fc.Arbitrary<Shape> = fc
  .tuple(fc.constantFrom('CTrPH', 'CTr.PH', 'CTPH'), body('party'), body('state', 'mass'))
  .map(([letters, first, second]) => {
    const suffix = `-${letters}/${first}-${second}`;
    return { lead: 'Chương trình phối hợp', type: 'Chương trình phối hợp', suffix, written: suffix };
  });

const dispatch: fc.Arbitrary<Shape> = fc
  .tuple(
    body('state').filter((code) => code.length > 1),
    unit,
  )
  .map(([issuer, department]) => {
    const suffix = `/${issuer}${department}`;
    return { lead: 'Công văn', type: 'Công văn', suffix, written: suffix };
  });

const old: fc.Arbitrary<Shape> = fc
  .tuple(fc.constantFrom('-', '/'), fc.constantFrom('CP', 'HĐBT', 'TTg'), fc.constantFrom('Nghị định', 'Quyết định'))
  .map(([stroke, issuer, name]) => {
    const suffix = `${stroke}${issuer}`;
    return { lead: name, type: name, suffix, written: suffix };
  });

const shape = fc.oneof(party, party, admin, admin, normative, statute, joint, liaison, dispatch, old);

/** One number. */
export const saidNumber: fc.Arbitrary<Said> = fc
  .tuple(shape, ordinal)
  .map(([{ lead, type, suffix, written }, digits]) => ({
    lead: `${lead} số `,
    written: `${digits}${written}`,
    numbers: [`${digits}${suffix}`],
    type,
  }));

/** One number all of whose letters stand in the table: what a stray blank broke can be put together again. */
export const saidKnownNumber = saidNumber.filter(({ written }) => !/-(?:KTHT|V05)$/.test(written));

/** Several ordinals that share their letters. */
export const saidList: fc.Arbitrary<Said> = fc
  .tuple(shape, fc.array(ordinal, { minLength: 2, maxLength: 4 }), fc.constantFrom(', ', ',', ' , ', ' và ', ', số '))
  .map(([{ lead, type, suffix, written }, ordinals, separator]) => ({
    lead: `các ${lead} số `,
    written: `${ordinals.join(separator)}${written}`,
    numbers: ordinals.map((digits) => `${digits}${suffix}`),
    type,
  }));

/** What may stand behind a number. */
export const saidAfter = fc.constantFrom(
  '.',
  ', ngày 12/12/2013',
  ' của cấp trên',
  '; đồng thời rà soát',
  ' đã được phổ biến',
  ' (bản sao)',
  '',
);
