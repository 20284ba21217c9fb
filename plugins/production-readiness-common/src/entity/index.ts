export * from './annotations';
export * from './params';
export * from './ref';
