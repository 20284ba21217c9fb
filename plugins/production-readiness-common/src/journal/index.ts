export * from './record';
export * from './routes';
export * from './verify';
