import {
  OpenSloImportInput,
  OpenSloImportView,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { describeBackendOnDatabases } from '../../testing/backendOnDatabases';
import { CallerName } from '../../testing/callers';
import { component, organisation } from '../../testing/organisation';
import { startTestReadinessBackend } from '../../testing/backend';
import { joinDocuments } from './joinDocuments';

/** One SLO as a team may have written it, with a comment of its own. */
function slo(name: string, service: string, target = '0.9990') {
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
spec:
  description: The share of ${name} that succeeds  # for the owner
  service: ${service}
  indicator:
    metadata: { name: ratio }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: good } } }
        total: { metricSource: { type: Prometheus, spec: { query: all } } }
  timeWindow:
  - duration: 4w
    isRolling: true
  budgetingMethod: Occurrences
  objectives:
  - target: ${target}   # agreed in spring
`;
}

const text = (content: string): OpenSloImportInput => ({
  source: { kind: 'text', text: content },
});

describeBackendOnDatabases('OpenSLO', backend => {
  const importing = async (
    input: OpenSloImportInput,
    by: CallerName = 'owner',
  ): Promise<OpenSloImportView> => {
    const { body } = await backend()
      .as(by)
      .call(routes.importOpenSlo, { body: input });
    return body;
  };
  const exported = async (name: string, by: CallerName = 'owner') => {
    const params = { kind: 'component', namespace: 'default', name };
    const { body } = await backend()
      .as(by)
      .call(routes.exportEntityOpenSlo, { params });
    return body;
  };
  const slosOf = async (name: string) => {
    const params = { kind: 'component', namespace: 'default', name };
    const { body } = await backend()
      .as('owner')
      .call(routes.getEntitySlos, { params });
    return body;
  };

  it('says what would happen, and writes nothing', async () => {
    const view = await importing({
      ...text(slo('checkouts', 'checkout')),
      dryRun: true,
    });
    expect(view).toMatchObject({
      dryRun: true,
      taken: true,
      documents: 1,
      problems: [],
      slos: [
        {
          document: 1,
          name: 'checkouts',
          target: '99.9',
          entityRef: 'component:default/checkout',
          outcome: 'added',
          journeyMissing: true,
        },
      ],
    });
    expect((await slosOf('checkout')).slos).toEqual([]);
  });

  it('gives back every byte of what nobody edited', async () => {
    const upload = `\uFEFF# ours\r\n${slo('byte-one', 'checkout').replace(
      /\n/g,
      '\r\n',
    )}---\r\n# second\r\n${slo('byte-two', 'checkout').replace(
      /\n/g,
      '\r\n',
    )}---\n# the end, without a line break`;
    const view = await importing(text(upload));
    expect(view.problems).toEqual([]);
    expect(view.slos.map(one => one.outcome)).toEqual(['added', 'added']);
    expect(await exported('checkout')).toBe(upload);
    const { slos, journeys } = await slosOf('checkout');
    expect(slos.map(one => [one.state, one.signatures])).toEqual([
      ['draft', []],
      ['draft', []],
    ]);
    expect(journeys).toHaveLength(1);
  });

  it('makes a new version of an SLO that is imported again and differs', async () => {
    const again = `${slo('byte-one', 'checkout')}---\n${slo(
      'byte-two',
      'checkout',
      '0.9995',
    )}`;
    const view = await importing(text(again));
    expect(view.slos.map(one => one.outcome)).toEqual(['unchanged', 'changed']);
    const { slos } = await slosOf('checkout');
    expect(slos.map(one => one.history.length).sort()).toEqual([1, 2]);
    expect(await exported('checkout')).toBe(again);
    expect((await importing(text(again))).slos.map(one => one.outcome)).toEqual(
      ['unchanged', 'unchanged'],
    );
  });

  it('puts an edit into the document, and keeps its comments', async () => {
    const { slos } = await slosOf('checkout');
    const one = slos.find(({ history }) => history.length === 1)!;
    const { sloId, entityRef, journey, accountableOwner, ...content } =
      one.proposal!.material;
    await backend()
      .as('owner')
      .call(routes.editSlo, {
        params: { sloId },
        body: {
          content: { ...content, journeyId: journey.id, target: '99.5' },
        },
        ifMatch: one.version,
      });
    expect(await exported('checkout')).toBe(
      `${slo('byte-one', 'checkout').replace('0.9990', '0.995')}---\n${slo(
        'byte-two',
        'checkout',
        '0.9995',
      )}`,
    );
  });

  it('takes the sound ones beside a bad one, or on request none', async () => {
    const upload = [
      slo('mixed-one', 'basket'),
      slo('mixed-two', 'basket', '99.9'),
      '\tbroken: yes\n',
    ].join('---\n');
    const none = await importing({ ...text(upload), take: 'all' });
    expect(none.taken).toBe(false);
    expect((await slosOf('basket')).slos).toEqual([]);

    const some = await importing(text(upload));
    expect(some.problems.map(one => [one.document, one.code])).toEqual([
      [2, 'TARGET_NOT_A_SHARE'],
      [3, 'YAML_TAB_AS_INDENT'],
    ]);
    expect((await slosOf('basket')).slos).toHaveLength(1);
  });

  it('asks which entity is meant, and takes the answer', async () => {
    const upload = slo('nowhere', 'checkout-service');
    const asked = await importing(text(upload));
    expect(asked.problems.map(one => one.code)).toEqual(['SERVICE_UNKNOWN']);
    const chosen = await importing({
      ...text(upload),
      services: { 'checkout-service': 'component:default/checkout' },
    });
    expect(chosen.slos).toEqual([
      expect.objectContaining({ outcome: 'added' }),
    ]);
  });

  it('lets nobody add to what is not theirs, and names nothing that is hidden', async () => {
    const upload = `${slo('theirs', 'checkout')}---\n${slo(
      'hidden',
      'skunkworks',
    )}`;
    const view = await importing(text(upload), 'reader');
    expect(view.problems.map(one => one.code)).toEqual([
      'NOT_AN_EDITOR',
      'SERVICE_UNKNOWN',
    ]);
    expect(view.slos.map(one => one.candidates)).toEqual([
      ['component:default/checkout'],
      [],
    ]);
    const own = await importing(text(slo('hidden', 'skunkworks')), 'insider');
    expect(own.slos).toEqual([expect.objectContaining({ outcome: 'added' })]);

    const all = async (by: CallerName) =>
      (await backend().as(by).call(routes.exportOpenSlo)).body;
    expect(await all('insider')).toContain('service: skunkworks');
    expect(await all('reader')).not.toContain('skunkworks');
    expect(await all('reader')).toContain('service: checkout');
  });

  it('reads its own export of everything', async () => {
    const { body } = await backend().as('owner').call(routes.exportOpenSlo);
    const view = await importing({
      ...text(body),
      services: { 'checkout-service': 'component:default/checkout' },
      dryRun: true,
    });
    expect(view.problems.filter(one => one.code !== 'NAME_TWICE')).toEqual([]);
    expect(new Set(view.slos.map(one => one.outcome))).toEqual(
      new Set(['unchanged']),
    );
  });

  it('reads URLs of hosts that are allowed, and no others', async () => {
    const answer = await backend()
      .as('owner')
      .send('post', '/openslo/imports', {
        body: {
          source: { kind: 'url', url: 'http://169.254.169.254/latest' },
        },
      });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'URL_NOT_READ', field: 'body.source.url' } },
    });
  });

  it('says how far it is, line by line', async () => {
    const upload = Array.from({ length: 12 }, (_, index) =>
      slo(`many-${index}`, 'basket'),
    ).join('---\n');
    const seen: { done: number; total: number }[] = [];
    const { body } = await backend()
      .as('owner')
      .call(routes.importOpenSlo, {
        body: text(upload),
        onProgress: progress => seen.push(progress),
      });
    expect(body.slos).toHaveLength(12);
    expect(seen[0]).toEqual({ done: 0, total: 12 });
    expect(seen[seen.length - 1]).toEqual({ done: 12, total: 12 });
  });

  it('leaves out what was retired, and begins anew when it comes again', async () => {
    const upload = `${slo('gone-one', 'basket')}---\n${slo(
      'gone-two',
      'basket',
    )}`;
    await importing(text(upload));
    const gone = (await slosOf('basket')).slos.find(one =>
      one.proposal?.material.sliText.includes('gone-one'),
    )!;
    const { body: page } = await backend()
      .as('owner')
      .call(routes.getSlo, { params: { sloId: gone.id } });
    const { contentDigest, shownDigest, version } = page.slo.proposal!;
    await backend()
      .as('owner')
      .call(routes.signSlo, {
        params: { sloId: gone.id, version },
        body: {
          meaning: 'retire',
          contentDigest,
          shownDigest,
          reason: 'Nobody searches like this any more.',
        },
      });
    const left = await exported('basket');
    expect(left).not.toContain('gone-one');
    expect(left).toContain(slo('gone-two', 'basket'));

    const again = await importing(text(upload));
    expect(again.slos.map(one => one.outcome)).toEqual(['added', 'unchanged']);
    expect(again.slos[0].sloId).not.toBe(gone.id);
    expect(await exported('basket')).toContain(upload);
  });
});

describe('a large upload of OpenSLO', () => {
  // As many as READINESS_OPENSLO_DOCUMENTS says, to measure; a few otherwise.
  const count = Number(process.env.READINESS_OPENSLO_DOCUMENTS ?? 60);
  const engine = process.env.READINESS_OPENSLO_ENGINE;

  it('is written many rows to a statement', async () => {
    const services = Math.ceil(count / 20);
    const backend = await startTestReadinessBackend({
      engine: engine === 'PostgreSQL' ? 'PostgreSQL' : 'SQLite',
      entities: [
        ...organisation(),
        ...Array.from({ length: services }, (_, index) =>
          component(`service-${index}`),
        ),
      ],
    });
    const upload = Array.from({ length: count }, (_, index) =>
      slo(`slo-${index}`, `service-${index % services}`),
    ).join('---\n');
    const started = Date.now();
    let statements = 0;
    backend.knex.on('query', () => {
      statements += 1;
    });
    const { body } = await backend.as('owner').call(routes.importOpenSlo, {
      body: text(upload),
      onProgress: () => {},
    });
    const milliseconds = Date.now() - started;
    if (process.env.READINESS_OPENSLO_DOCUMENTS) {
      process.stdout.write(
        `${count} documents on ${
          engine ?? 'SQLite'
        }: ${milliseconds} ms, ${statements} statements\n`,
      );
    }
    expect(body.problems).toEqual([]);
    expect(new Set(body.slos.map(one => one.outcome))).toEqual(
      new Set(['added']),
    );
    // By entity at most, never by document.
    expect(statements).toBeLessThan(80 + services * 8);
    const whole = await backend.as('owner').call(routes.exportOpenSlo);
    expect(whole.body.length).toBe(upload.length);
  }, 120_000);
});

describe('joinDocuments', () => {
  it('adds what is missing between documents, and nothing else', () => {
    expect(joinDocuments('', ['a: 1\n', '---\nb: 2\n', '# c\n'])).toBe(
      'a: 1\n---\nb: 2\n# c\n',
    );
    expect(joinDocuments('', ['a: 1', 'b: 2'])).toBe('a: 1\n---\nb: 2');
    expect(joinDocuments('1\n', ['\uFEFFb: 2\n'])).toBe('---\nb: 2\n');
  });
});
