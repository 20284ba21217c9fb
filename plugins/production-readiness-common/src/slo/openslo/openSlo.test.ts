import fc from 'fast-check';
import { canonicalText, SloMaterial, sloMaterialSchema } from '../material';
import { readOpenSloUpload } from './openSlo';
import { segmentsOf } from './segments';
import { editedOpenSloDocument, newOpenSloDocument } from './writeOpenSlo';

const SLO = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-availability
  displayName: Checkout answers
spec:
  description: The share of checkouts that succeed # said to the owner
  service: checkout
  indicator:
    metadata:
      name: checkout-ratio
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: Prometheus
            spec:
              query: sum(rate(http_requests{code!~"5.."}[5m]))
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(rate(http_requests[5m]))
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Good
      target: 0.9990
`;

const DEFAULTS = { rationale: 'Imported from OpenSLO' };
const read = (text: string) => readOpenSloUpload(text, DEFAULTS);

async function problemsOf(from: string | RegExp, to: string) {
  const text = SLO.replace(from, to);
  if (text === SLO) throw new Error('Nothing was replaced');
  const { problems, drafts } = await read(text);
  return { problems, drafts, first: problems[0] };
}

describe('reading OpenSLO', () => {
  it('makes a draft of an SLO, its decimals from the digits as written', async () => {
    const { drafts, problems } = await read(SLO);
    expect(problems).toEqual([]);
    expect(drafts).toEqual([
      expect.objectContaining({
        name: 'checkout-availability',
        service: 'checkout',
        title: 'Checkout answers',
        journey: undefined,
        content: expect.objectContaining({
          sliText: 'The share of checkouts that succeed',
          target: '99.9',
          window: { kind: 'rolling', n: 28, unit: 'day' },
          sli: {
            type: 'ratio-good',
            source: 'Prometheus',
            queries: {
              good: 'sum(rate(http_requests{code!~"5.."}[5m]))',
              total: 'sum(rate(http_requests[5m]))',
            },
          },
        }),
      }),
    ]);
  });

  it.each([
    ['target: 1', 'TARGET_IS_100', 'no error budget'],
    ['target: 1.0', 'TARGET_IS_100', 'no error budget'],
    ['targetPercent: 100', 'TARGET_IS_100', 'no error budget'],
    ['target: 99.9', 'TARGET_NOT_A_SHARE', 'Write target: 0.999, or'],
    ['target: "99,9"', 'TARGET_DECIMAL_COMMA', 'Write targetPercent: 99.9'],
    ['target: 0,999', 'TARGET_DECIMAL_COMMA', 'Write target: 0.999'],
    ['target: 1e2', 'TARGET_EXPONENT', 'without an exponent'],
    ['targetPercent: 1e2', 'TARGET_EXPONENT', 'without an exponent'],
    ['targetPercent: 99.99999999999', 'TARGET_TOO_PRECISE', 'eight'],
    ['target: 0.9999999999999', 'TARGET_TOO_PRECISE', 'eight'],
    ['target: 0', 'TARGET_NOT_POSITIVE', 'above 0'],
    ['target: -0.9', 'TARGET_NOT_POSITIVE', 'above 0'],
    ['target: .inf', 'TARGET_NOT_A_DECIMAL', 'plain digits'],
    ['target: 99.9%', 'TARGET_PERCENT_SIGN', 'Write targetPercent: 99.9'],
    ['targetPercent: 99.9 %', 'TARGET_PERCENT_SIGN', 'Write 99.9'],
    ['value: 3', 'TARGET_EMPTY', 'Write target: 0.999'],
  ])('refuses %s', async (line, code, says) => {
    const { problems, drafts } = await problemsOf('target: 0.9990', line);
    expect(problems.filter(one => one.severity === 'error')).toEqual([
      expect.objectContaining({
        code,
        document: 1,
        name: 'checkout-availability',
        message: expect.stringContaining(says),
      }),
    ]);
    expect(drafts).toEqual([]);
  });

  it.each([
    ['target: 0.99999999', '99.999999'],
    ['target: .5', '50'],
    ['targetPercent: 99.90', '99.9'],
    ['targetPercent: 0.00000001', '0.00000001'],
  ])('takes %s', async (line, target) => {
    const { drafts } = await problemsOf('target: 0.9990', line);
    expect(drafts.map(one => one.content.target)).toEqual([target]);
  });

  it('names document, name, line, column and path', async () => {
    const text = `# first\n---\r\n${SLO}---\n${SLO.replace(
      'checkout-availability',
      'other',
    ).replace('0.9990', '99.9')}`;
    const { problems, drafts } = await read(text);
    expect(problems).toEqual([
      expect.objectContaining({
        document: 2,
        name: 'other',
        line: text.split('\n').findIndex(one => /: 99/.test(one)) + 1,
        column: 15,
        path: 'spec.objectives[0].target',
      }),
    ]);
    expect(drafts).toHaveLength(1);
  });

  it.each([
    ['duration: 28d', 'duration: 0d', 'DURATION_ZERO'],
    ['duration: 28d', 'duration: 28 days', 'DURATION'],
    ['duration: 28d', 'duration: 500d', 'WINDOW'],
    ['duration: 28d', 'duration: 30m', 'WINDOW_TOO_FINE'],
    ['isRolling: true', 'isRolling: false', 'WINDOW_NO_KIND'],
    [
      'isRolling: true',
      'isRolling: true\n      calendar:\n        startTime: 2026-01-01 00:00:00\n        timeZone: Asia/Tokyo',
      'WINDOW_TWO_KINDS',
    ],
    [
      'isRolling: true',
      'isRolling: true\n    - duration: 7d\n      isRolling: true',
      'WINDOW_COUNT',
    ],
    [
      'isRolling: true',
      'calendar:\n        startTime: 2026-01-01\n        timeZone: Asia/Tokyo',
      'START_TIME',
    ],
    [
      'isRolling: true',
      'calendar:\n        startTime: 2026-01-01 00:00:00\n        timeZone: Mars/Base',
      'WINDOW',
    ],
    ['budgetingMethod: Occurrences', 'x: y', 'REQUIRED'],
    [
      'budgetingMethod: Occurrences',
      'budgetingMethod: occurrences',
      'NOT_ONE_OF',
    ],
    [
      'budgetingMethod: Occurrences',
      'budgetingMethod: RatioTimeslices',
      'REQUIRED',
    ],
    ['service: checkout', 'x: y', 'REQUIRED'],
    ['service: checkout', 'service: 12', 'NOT_A_TEXT'],
    ['  indicator:', '  indicatorRef: a\n  indicator:', 'INDICATOR_TWICE'],
    ['good:', 'raw:', 'RATIO_PARTS'],
    [
      'name: checkout-availability',
      'name: Checkout_Availability',
      'NOT_A_LABEL',
    ],
    ['name: checkout-availability', 'name: 可用性', 'NOT_A_LABEL'],
    ['kind: SLO', 'kind: Slo', 'NOT_ONE_OF'],
    ['openslo/v1', 'openslo/v1alpha', 'API_VERSION'],
    ['  name: checkout-av', '\tname: checkout-av', 'YAML_TAB_AS_INDENT'],
    ['  service: checkout', '  service: a\n  service: b', 'YAML_DUPLICATE_KEY'],
  ])('%s → %s gives %s', async (from, to, code) => {
    const { drafts, problems } = await problemsOf(from, to);
    expect(problems.map(one => one.code)).toContain(code);
    expect(drafts).toEqual([]);
    for (const { message } of problems) expect(message).toMatch(/[.!?]$/);
  });

  it('suggests a name that can be kept', async () => {
    const { first } = await problemsOf(
      'name: checkout-availability',
      'name: Checkout_Availability',
    );
    expect(first.message).toContain('Write "checkout-availability"');
  });

  it('reads Japanese, CRLF, a BOM, anchors and merge keys', async () => {
    const text = `\uFEFF${SLO.replace(
      'Checkout answers',
      'カートの決済が成功する',
    )
      .replace('good:', 'good: &query')
      .replace(/\n/g, '\r\n')}`;
    const { drafts, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(drafts[0].title).toBe('カートの決済が成功する');
    const merged = await read(
      SLO.replace('metadata:\n  name', 'metadata: &m\n  name').replace(
        'displayName: Checkout answers',
        'labels: &l {team: a}',
      ),
    );
    expect(merged.drafts).toHaveLength(1);
  });

  it('refuses a document that multiplies itself', async () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
`;
    const { problems, drafts } = await read(`${bomb}---\n${SLO}`);
    expect(problems).toEqual([
      expect.objectContaining({ document: 1, code: 'YAML_ALIASES' }),
    ]);
    expect(drafts).toHaveLength(1);
  });

  it('refuses a document that is nested without end', async () => {
    const { problems } = await read(`a: ${'['.repeat(10_000)}`);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'YAML_TOO_DEEP' }),
    ]);
  });

  it('resolves references inside the upload, and says which lead nowhere', async () => {
    const byName = SLO.replace(
      / {2}indicator:[^]*? {2}timeWindow/,
      '  indicatorRef: ratio\n  timeWindow',
    );
    const lost = await read(byName);
    expect(lost.problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'REFERENCE_UNRESOLVED',
        path: 'spec.indicatorRef',
      }),
    ]);
    const sli = `---
apiVersion: openslo/v1
kind: SLI
metadata: {name: ratio}
spec:
  thresholdMetric:
    metricSource:
      metricSourceRef: prom
      spec: {query: latency}
---
apiVersion: openslo/v1
kind: DataSource
metadata: {name: prom, displayName: Our Prometheus}
spec: {type: Prometheus, connectionDetails: {url: http://prometheus}}
`;
    const found = await read(
      byName.replace('target:', 'op: lte\n      value: 0.250\n      target:') +
        sli,
    );
    expect(found.problems).toEqual([]);
    expect(found.drafts[0].content.sli).toEqual({
      type: 'threshold',
      source: 'Our Prometheus',
      queries: { raw: 'latency' },
      op: 'lte',
      value: '0.25',
    });
  });

  it('reports a name that is there twice, and keeps the first', async () => {
    const { problems, drafts } = await read(`${SLO}---\n${SLO}`);
    expect(problems).toEqual([
      expect.objectContaining({ document: 2, code: 'NAME_TWICE' }),
    ]);
    expect(drafts).toHaveLength(1);
  });

  it('reads a list of objects as one document', async () => {
    const list = `- ${SLO.trimEnd().replace(/\n/g, '\n  ')}\n`;
    const { drafts, problems } = await read(list);
    expect(problems).toEqual([]);
    expect(drafts).toEqual([expect.objectContaining({ root: [0] })]);
  });

  it('finds nothing in nothing', async () => {
    expect((await read('# only a comment\n')).problems).toEqual([
      expect.objectContaining({ code: 'EMPTY' }),
    ]);
  });

  it('never throws, whatever is uploaded', async () => {
    const line = fc.oneof(
      fc.constantFrom(...SLO.split('\n')),
      fc.constantFrom('---', '...', '- ', '? x', '<<: *a', '&a', '%YAML 1.2'),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async lines => {
        const text = lines.join('\n');
        const { documents } = await read(text);
        expect(documents.map(one => one.text).join('')).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('cutting an upload', () => {
  it('loses no byte', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('---', '...', '# c', 'a: 1', '', '\uFEFF', '%X'),
        ),
        fc.constantFrom('\n', '\r\n'),
        (lines, end) => {
          const text = lines.join(end);
          expect(segmentsOf(text).map(one => one.text)).toEqual(
            expect.any(Array),
          );
          expect(
            segmentsOf(text)
              .map(one => one.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});

const words = fc
  .string({ minLength: 5, maxLength: 60, unit: 'grapheme' })
  .filter(
    // eslint-disable-next-line no-control-regex -- what can't be stored
    text => text.trim().length >= 5 && !/[\u0000\p{Surrogate}]/u.test(text),
  );
const targets = fc
  .integer({ min: 1, max: 9_999_999_999 })
  .map(n => (n / 1e8).toFixed(8).replace(/\.?0+$/, ''))
  .filter(text => Number(text) > 0);

const materials: fc.Arbitrary<SloMaterial> = fc
  .record({
    sliText: words,
    target: targets,
    title: words,
    rationale: words,
    window: fc.constantFrom(
      { kind: 'rolling', n: 28, unit: 'day' },
      { kind: 'rolling', n: 4, unit: 'week' },
      { kind: 'rolling', n: 1, unit: 'quarter' },
      { kind: 'calendar', n: 1, unit: 'month', timeZone: 'Asia/Tokyo' },
      {
        kind: 'calendar',
        n: 2,
        unit: 'week',
        startTime: '2026-04-06T09:00:00',
        timeZone: 'UTC',
      },
    ),
    sli: fc.option(
      fc.constantFrom(
        { type: 'ratio-good', queries: { good: 'a', total: 'b' } },
        { type: 'ratio-bad', source: 'P', queries: { bad: ' a', total: 'b' } },
        { type: 'raw-failure', queries: { raw: 'x > 1 # "y"' } },
        { type: 'threshold', queries: { raw: 'l' }, op: 'lt', value: '0.5' },
        { type: 'threshold', op: 'lt' },
        { type: 'ratio-good', queries: { raw: 'c' } },
      ),
      { nil: undefined },
    ),
    exclusions: fc.array(fc.record({ what: words, why: words }), {
      maxLength: 2,
    }),
    budgetingMethod: fc.constantFrom(
      'Occurrences',
      'Timeslices',
      'RatioTimeslices',
    ),
    owner: fc.option(fc.constantFrom('product-owner', 'cto'), { nil: null }),
  })
  .map(({ title, rationale, owner, ...rest }) =>
    sloMaterialSchema.parse({
      ...rest,
      sloId: '7b0c2b5e-8f5e-4b59-9d43-0d8c3a1f2e11',
      entityRef: 'component:default/checkout',
      journey: {
        id: '0f1d3c7a-52c1-4d05-8a0e-3c9f6b7d8e22',
        title,
        kind: 'user',
        importance: 'critical',
        beneficiary: 'Buyers',
      },
      rationale: { text: rationale, basis: 'contract', evidenceUrls: [] },
      accountableOwner: owner && {
        userRef: 'user:default/paula',
        role: owner,
      },
    }),
  );

/** What an import keeps of a material. */
function essence({ sloId, entityRef, journey, ...material }: SloMaterial) {
  const { id, ...rest } = journey;
  const { accountableOwner, ...content } = material;
  return canonicalText({
    ...content,
    journey: rest,
    accountableRole: accountableOwner?.role ?? 'product-owner',
  });
}

async function importedEssence(text: string) {
  const { drafts, problems } = await read(text);
  expect(problems.filter(one => one.severity === 'error')).toEqual([]);
  const [{ content, journey }] = drafts;
  return canonicalText({ ...content, journey });
}

const standing = { state: 'in_force', signatures: [] };

describe('writing OpenSLO', () => {
  it('writes what it reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(materials, async material => {
        const text = newOpenSloDocument(material, standing);
        expect(await importedEssence(text)).toBe(essence(material));
      }),
      { numRuns: 200 },
    );
  });

  it('changes an imported document only where it was edited', async () => {
    const before = newOpenSloDocument(
      (await fc.sample(materials, { seed: 1, numRuns: 1 }))[0],
      standing,
    );
    expect(editedOpenSloDocument(before, [])).toBe(before);
  });

  it('carries any edit into a document, which then reads as edited', async () => {
    await fc.assert(
      fc.asyncProperty(
        materials,
        materials,
        fc.constantFrom('\n', '\r\n'),
        async (before, after, end) => {
          const text = newOpenSloDocument(before, standing).replace(/\n/g, end);
          const edited = editedOpenSloDocument(text, [
            { root: [], objective: 0, before, after },
          ]);
          expect(await importedEssence(edited!)).toBe(
            essence({
              ...after,
              accountableOwner: after.accountableOwner ?? null,
            }),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('puts a new target where the old one stood, and keeps all else', () => {
    const material = (target: string) =>
      ({
        ...fc.sample(materials, { seed: 3, numRuns: 1 })[0],
        target,
      } as SloMaterial);
    const edited = editedOpenSloDocument(SLO, [
      {
        root: [],
        objective: 0,
        before: material('99.9'),
        after: material('99.95'),
      },
    ]);
    expect(edited).toBe(SLO.replace('0.9990', '0.9995'));
  });

  it('keeps comments, order, line ends and the BOM when it adds a field', () => {
    const [sample] = fc.sample(materials, { seed: 5, numRuns: 1 });
    const before: SloMaterial = { ...sample, exclusions: [] };
    const after: SloMaterial = {
      ...sample,
      exclusions: [{ what: 'Planned maintenance', why: 'Agreed with users' }],
    };
    const text = `\uFEFF# ours\r\n${SLO.replace(/\n/g, '\r\n')}`;
    const edited = editedOpenSloDocument(text, [
      { root: [], objective: 0, before, after },
    ])!;
    const kept = edited
      .split('\r\n')
      .filter(line => !/annotations:|production-readiness\.io/.test(line));
    expect(kept.join('\r\n')).toBe(text);
    expect(edited).toContain('production-readiness.io/exclusions:');
  });
});
