export { maskPersonalNumbers } from './mask.ts';
export { findSecretMarking } from './secret-marking.ts';
