export * from './tasksThatEnd';
