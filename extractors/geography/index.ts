export { resolveChain } from './chain.ts';
export { candidatesFor, resolveUnit } from './resolve.ts';
export { spellingKey } from './spelling.ts';
export { predecessorsOf, provinceSuccessor, successorsOf } from './succession.ts';
export { type AdministrativeUnit, allUnits, chainOf, existedOn, fullName } from './table.ts';
