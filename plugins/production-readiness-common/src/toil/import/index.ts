export * from './columns';
export * from './mapping';
export * from './report';
export * from './row';
export * from './ticket';
