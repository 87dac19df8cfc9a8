export { resolveChain } from './chain.ts';
export { candidatesFor, misreadCandidates, resolveUnit } from './resolve.ts';
export { foldedKey, spellingKey } from './spelling.ts';
export { formerProvinces, heirsOf, predecessorsOf, provinceSuccessor, successorsOf } from './succession.ts';
export { type AdministrativeUnit, allUnits, chainOf, existedOn, fullName, REFORM } from './table.ts';
export { changesOf } from './territory.ts';
