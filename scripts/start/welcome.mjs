const catalogTimeoutMs = 90_000;

/** The five that show most, in the order in which to try them. */
const suggestions = [
  ['haruto-sato', 'developer: see what blocks Checkout, answer with evidence'],
  ['nanami-kobayashi', 'SRE: accept what developers answered, or return it'],
  ['mika-ono', 'product owner: read what the SLO means, and sign it'],
  ['takumi-ito', 'team lead: where the time of the team goes'],
  ['yui-nakamura', 'platform: the whole catalog, who is ready, what blocks'],
];

/**
 * Waits until the catalog has people to sign in as.
 *
 * @param {string} url of the app
 * @returns {Promise<{ref: string, displayName: string}[]>} empty when the
 *   catalog holds nobody
 */
export async function untilCatalogIsRead(url) {
  const deadline = Date.now() + catalogTimeoutMs;
  let before = -1;
  while (Date.now() < deadline) {
    const people = await readPeople(url);
    // Entities arrive in batches: wait until their number rests.
    if (people.length > 0 && people.length === before) {
      return people;
    }
    before = people.length;
    await new Promise(wake => setTimeout(wake, 1000));
  }
  return [];
}

async function readPeople(url) {
  try {
    const response = await fetch(`${url}/api/demo-people/people`);
    return response.ok ? (await response.json()).items : [];
  } catch {
    return [];
  }
}

/** The last lines of a start: where to click, and as whom. */
export function welcome(url, people) {
  const refs = new Map(people.map(person => [person.ref, person]));
  const known = suggestions.filter(([name]) =>
    refs.has(`user:default/${name}`),
  );
  const lines = known.length
    ? known.map(
        ([name, what]) => `    ${`${url}/?as=${name}`.padEnd(48)} ${what}`,
      )
    : people
        .slice(0, 5)
        .map(
          ({ ref, displayName }) => `    ${url}/?as=${ref}   ${displayName}`,
        );
  const hint =
    people.length === 0
      ? '  The catalog has no User entity, so nobody can sign in. Add one, and reload.'
      : `  Or sign in as one of these (no password; ${people.length} in all):`;

  return `
  Ready. Open  ${url}

${hint}
${lines.join('\n')}

  Stop with Ctrl-C. What you do is kept in .data/ and there again next time.
`;
}
