/**
 * The language and the pure rules of the production readiness plugins.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './checklist';
export * from './entity';
export * from './gate';
export * from './inbox';
export * from './journal';
export * from './permissions';
export * from './slo';
export * from './portfolio';
export * from './studio';
export * from './records';
export * from './review';
export * from './toil';
export * from './yaml';
export * from './upkeep';
