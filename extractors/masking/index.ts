export { maskPersonalNumbers } from './mask.ts';
export { findSecretMarking, type SecretMarking } from './secret-marking.ts';
