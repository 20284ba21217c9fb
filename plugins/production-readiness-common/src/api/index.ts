export * from './client';
export * from './errors';
export * from './openapi';
export * from './route';
export * from './routes';
export * from './text';
