const options = require('../../eslint.options');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ...options,
  rules: {
    ...options.rules,
    // It is no library: it runs the backend plugin and measures it.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});
