module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Files read from the top down: the component first, what it is drawn with
    // below. Only what runs while the module loads must be defined before.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, variables: false },
    ],
  },
});
