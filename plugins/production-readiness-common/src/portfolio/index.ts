export * from './cursor';
export * from './facets';
export * from './query';
export * from './routes';
export * from './row';
