export * from './ChecklistRegistry';
export * from './config';
export * from './createChecklistFeature';
