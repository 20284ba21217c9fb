export * from './Journal';
export * from './JournalStore';
export * from './router';
