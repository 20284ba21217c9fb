export * from './answeredFor';
export * from './config';
export * from './createSloFeature';
export { followOwnerAnnotations } from './OwnerHistory';
export { findPeople } from './SloStore';
export { readEnding } from './delegation/DelegationStore';
export type { DelegationRecord } from './delegation/DelegationStore';
export * from './facts';
export * from './waiting';
