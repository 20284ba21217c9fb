export * from './obstacles';
export * from './routes';
