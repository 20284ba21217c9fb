// These files serve tests alone and are in no built package, so they may import
// what is declared for development only.
module.exports = {
  rules: { '@backstage/no-undeclared-imports': 'off' },
};
