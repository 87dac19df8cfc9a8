import { fold } from '../../extractors/text/fold.ts';
import type { UnitLevel } from '../../schemas/report.ts';
import type { ReportStatus } from '../../schemas/search.ts';
import { dateBound } from './date.ts';
import type { Lexeme } from './lexer.ts';
import type { Filters, QueryProblem, TextField } from './query.ts';

type Field = TextField | 'level' | 'status' | 'from' | 'to' | 'year';

/** Names of the fields as typed, without marks: English, and Vietnamese with the words run together. */
const fields: Record<string, Field> = {
  issuer: 'issuer',
  coquan: 'issuer',
  place: 'place',
  diaban: 'place',
  type: 'type',
  loai: 'type',
  directive: 'directive',
  vanban: 'directive',
  collection: 'collection',
  bosuutap: 'collection',
  topic: 'topic',
  chude: 'topic',
  status: 'status',
  tinhtrang: 'status',
  level: 'level',
  cap: 'level',
  from: 'from',
  tu: 'from',
  to: 'to',
  den: 'to',
  year: 'year',
  nam: 'year',
};

const levels: Record<string, UnitLevel> = {
  central: 'central',
  'trung uong': 'central',
  province: 'province',
  tinh: 'province',
  'thanh pho': 'province',
  district: 'district',
  huyen: 'district',
  quan: 'district',
  commune: 'commune',
  xa: 'commune',
  phuong: 'commune',
  village: 'village',
  thon: 'village',
  'to dan pho': 'village',
};

const statuses: Record<string, ReportStatus> = {
  open: 'open',
  'chua ket luan': 'open',
  decided: 'decided',
  'da ket luan': 'decided',
  consistent: 'consistent',
  'khong mau thuan': 'consistent',
  unchecked: 'unchecked',
  'chua kiem': 'unchecked',
  'signed-off': 'signed-off',
  'da ra soat': 'signed-off',
};

export const isFieldName = (name: string): boolean => Object.hasOwn(fields, fold(name));

/** Puts one typed condition (`tu:2023`, `-cap:xa`, `issuer="Thành ủy Hải Phòng"`) where it belongs. */
export function readFilter(lexeme: Lexeme, filters: Filters, problems: QueryProblem[]): void {
  const field = fields[fold(lexeme.field ?? '')];
  const value = lexeme.text.trim();
  const typed = `${lexeme.field}:${value}`;
  if (!field) return;
  if (value === '') {
    problems.push({ code: 'empty-value', value: typed });
    return;
  }
  if (field === 'from' || field === 'to' || field === 'year') {
    const first = field === 'to' ? filters.from : dateBound(value, 'first');
    const last = field === 'from' ? filters.to : dateBound(value, 'last');
    const unreadable = (field !== 'to' && first === null) || (field !== 'from' && last === null);
    if (unreadable || lexeme.negated) problems.push({ code: 'bad-date', value: typed });
    else Object.assign(filters, { from: first, to: last });
    return;
  }
  if (field === 'level') {
    const level = levels[fold(value)];
    if (level) filters.level.push({ level, not: lexeme.negated });
    else problems.push({ code: 'unknown-level', value: typed });
    return;
  }
  if (field === 'status') {
    const status = statuses[fold(value)];
    if (status) filters.status.push({ status, not: lexeme.negated });
    else problems.push({ code: 'unknown-status', value: typed });
    return;
  }
  filters[field].push({ value, whole: lexeme.whole ?? false, not: lexeme.negated });
}
