export * from './definition';
export * from './document';
export * from './factDocument';
export * from './localizedText';
export * from './parseDocument';
export * from './predicate';
