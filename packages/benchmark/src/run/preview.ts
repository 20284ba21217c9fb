import {
  createReadinessClient,
  ReadinessClient,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Finding } from './journalWork';
import { Target } from './measure';

/** Drafts that are answered from stored states, and by reading facts anew. */
const DRAFTS: { title: string; change(text: string): string }[] = [
  {
    title: 'one item asked for in tier 2 as well, from stored states',
    change: text =>
      changeItem(
        text,
        'REL-4',
        /tiers:\n {6}- 1\n/,
        found => `${found}      - 2\n`,
      ),
  },
  {
    title: 'another check of one item, by the facts of every entity',
    change: text =>
      changeItem(
        text,
        'OWN-3',
        /check:\n(?: {6}.*\n)+/,
        () => 'check:\n      entity.metadata.description: { $exists: true }\n',
      ),
  },
];

/** How long it takes to say what a changed checklist would do. */
export async function measurePreview(target: Target): Promise<Finding[]> {
  const client = createReadinessClient({
    discoveryApi: {
      getBaseUrl: async plugin => `${target.url}/api/${plugin}`,
    },
    fetchApi: { fetch },
  });
  const text = await documentInUse(client, target);
  const findings: Finding[] = [];
  for (const { title, change } of DRAFTS) {
    const began = performance.now();
    const { body } = await client.call(routes.previewChecklistDraft, {
      body: { text: change(text), when: 'now' },
      token: target.token,
    });
    const seconds = (performance.now() - began) / 1000;
    const { changed, entities } = body.total;
    findings.push({
      id: 'preview',
      title,
      found: `${seconds.toFixed(
        1,
      )} s for ${entities} entities, of which ${changed} would change`,
      goal: 'some seconds for 10 000 entities',
    });
  }
  return findings;
}

async function documentInUse(
  client: ReadinessClient,
  { token }: Target,
): Promise<string> {
  const { body } = await client.call(routes.listChecklists, { token });
  const digest = body.checklists.find(one => one.digest !== null)?.digest;
  if (!digest) throw new Error('No checklist is in use');
  const document = await client.call(routes.getChecklistDocument, {
    params: { digest },
    token,
  });
  return document.body.text;
}

/** Changes a part of one item, and nothing before or after it. */
function changeItem(
  text: string,
  id: string,
  from: RegExp,
  to: (found: string) => string,
): string {
  const at = text.indexOf(`id: ${id}`);
  const changed = text.slice(at).replace(from, to);
  if (at < 0 || changed === text.slice(at)) {
    throw new Error(`The checklist in use has no ${id} like that`);
  }
  return text.slice(0, at) + changed;
}
