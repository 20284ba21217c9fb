export * from './heads';
export * from './Journal';
export * from './JournalStore';
export * from './router';
