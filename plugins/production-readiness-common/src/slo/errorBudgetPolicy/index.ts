export * from './content';
export * from './routes';
export * from './shown';
export * from './views';
