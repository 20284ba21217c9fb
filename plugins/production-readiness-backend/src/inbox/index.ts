export * from './createInboxFeature';
