export { type ResolvedChain, resolveChain } from './chain.ts';
export {
  candidatesFor,
  misreadCandidates,
  onlyOne,
  type ResolveOptions,
  readWrittenName,
  resolveUnit,
} from './resolve.ts';
export { foldedKey, spellingKey } from './spelling.ts';
export { predecessorsOf, provinceSuccessor, type Successor, successorsOf } from './succession.ts';
export { type AdministrativeUnit, allUnits, chainOf, existedOn, fullName, REFORM } from './table.ts';
