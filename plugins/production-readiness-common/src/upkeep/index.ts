export * from './routes';
export * from './session';
