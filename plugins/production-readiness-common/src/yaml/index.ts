export * from './bounds';
export * from './places';
