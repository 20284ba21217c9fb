// What store tests need. A started backend (./backend) brings the whole plugin
// with it, so whoever wants one imports that file.
export * from './databases';
export * from './describeOnPostgres';
export * from './postgresServer';
export * from './statements';
