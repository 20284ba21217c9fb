export * from './ChecklistRegistry';
export * from './config';
export * from './createChecklistFeature';
export * from './evidence';
