export * from './cursor';
export * from './facets';
export * from './query';
export * from './rollup';
export * from './routes';
export * from './row';
export * from './trend';
