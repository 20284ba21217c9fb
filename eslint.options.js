// What every package adds to the rules of the Backstage CLI.
module.exports = {
  rules: {
    // Files read from the top down: the main thing first, what it is made of
    // below. Only what runs while the module loads must be defined before.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, variables: false },
    ],
    // A schema and its type share a name; TypeScript finds real redeclarations.
    '@typescript-eslint/no-redeclare': 'off',
  },
  overrides: [
    {
      files: ['**/*.test.ts', '**/*.test.tsx', '**/e2e-tests/**'],
      rules: {
        // Tests send script links to prove that they are refused.
        'no-script-url': 'off',
        // Properties branch on what was generated; both branches are run.
        'jest/no-conditional-expect': 'off',
        'jest/expect-expect': [
          'error',
          { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'see*'] },
        ],
      },
    },
    {
      // Shared scenes of journeys are no React hooks and no tests, and waiting
      // for what must appear on the screen is what they assert.
      files: ['**/e2e-tests/**'],
      rules: {
        'react-hooks/rules-of-hooks': 'off',
        'jest/no-export': 'off',
        'jest/expect-expect': 'off',
      },
    },
  ],
};
