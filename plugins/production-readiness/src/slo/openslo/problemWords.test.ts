import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSloProblem } from '../../translations/en/openSloProblem';

const RULES = join(
  __dirname,
  '../../../../production-readiness-common/src/slo/openslo',
);

describe('what is wrong with an OpenSLO document', () => {
  it('has words in each language for every code of the rules', () => {
    const sources = readdirSync(RULES)
      .filter(name => name.endsWith('.ts') && !name.includes('.test.'))
      .map(name => readFileSync(join(RULES, name), 'utf8'));
    const codes = new Set(
      sources.flatMap(text =>
        [...text.matchAll(/^\s+(?:code: )?'([A-Z][A-Z0-9_]{3,})',$/gm)].map(
          ([, code]) => code,
        ),
      ),
    );
    expect(codes.size).toBeGreaterThan(30);
    expect(
      [...codes].filter(code => !Object.hasOwn(openSloProblem, code)),
    ).toEqual([]);
  });
});
