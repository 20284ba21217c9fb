export * from './differences';
export * from './routes';
export * from './views';
