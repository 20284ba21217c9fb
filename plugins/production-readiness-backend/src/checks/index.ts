export { addCheckProvider } from './addCheckProvider';
export { createCheckReader } from './CheckReader';
export { CheckRunner } from './CheckRunner';
export { createChecksFeature, type ChecksFeature } from './createChecksFeature';
