// The journeys drive the whole project, so what they need is declared at its
// root and not in this package.
module.exports = {
  rules: { '@backstage/no-undeclared-imports': 'off' },
};
