// Browser journeys against the running app. `npm test` starts them with what
// they need in the environment; see scripts/testing/browserJourneys.mjs.
module.exports = {
  rootDir: __dirname,
  displayName: 'browser',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/journeys/**/*.test.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
    ],
  },
  testTimeout: 120_000,
  // Each file starts an app and a browser of its own.
  maxWorkers: 2,
};
