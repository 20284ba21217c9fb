export * from './rules';
export * from './routes';
export * from './view';
