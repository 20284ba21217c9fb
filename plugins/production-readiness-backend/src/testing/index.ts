export * from './backend';
export * from './callers';
export * from './databases';
export * from './organisation';
export * from './postgresServer';
export * from './statements';
