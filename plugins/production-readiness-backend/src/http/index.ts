export * from './ApiRouter';
export * from './errorMiddleware';
export * from './openApiRouter';
