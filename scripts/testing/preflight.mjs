const oldestMajor = 22;

/**
 * Stops with a sentence when this Node.js is too old for the SQLite driver.
 * npm puts the project's own Node.js (the package `node`) first in the path of
 * its scripts; it is missing when install scripts were disabled.
 */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= oldestMajor) {
    return;
  }
  process.stderr.write(
    `The tests need Node.js ${oldestMajor} or newer; this is ${process.version}.\n` +
      'The project brings its own as the npm package "node". Run `npm ci` with\n' +
      'install scripts allowed, then start the tests with `npm test`.\n',
  );
  process.exit(1);
}
