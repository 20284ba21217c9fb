import {
  appendFile,
  copyFile,
  mkdtemp,
  readFile,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Page } from 'playwright-core';
import { gate as gateEn } from '../../../../plugins/production-readiness/src/translations/en/gate';
import { refusals as refusalsEn } from '../../../../plugins/production-readiness/src/translations/en/refusals';
import { studio as studioEn } from '../../../../plugins/production-readiness/src/translations/en/studio';
import { upkeep as upkeepEn } from '../../../../plugins/production-readiness/src/translations/en/upkeep';
import { gate as gateJa } from '../../../../plugins/production-readiness/src/translations/ja/gate';
import { refusals as refusalsJa } from '../../../../plugins/production-readiness/src/translations/ja/refusals';
import { studio as studioJa } from '../../../../plugins/production-readiness/src/translations/ja/studio';
import { upkeep as upkeepJa } from '../../../../plugins/production-readiness/src/translations/ja/upkeep';
import { Engine } from '../app/database';
import { FileSite } from '../app/FileSite';
import { Relay } from '../app/Relay';
import { Settings } from '../app/RunningApp';
import { accessibilityFindings } from '../browser/accessibility';
import { Language, screenshot, Viewer } from '../browser/Browser';
import { sidewaysScroll } from '../browser/reach';
import { Person } from '../browser/signIn';
import { SharedApp, useApp } from './useApp';
import { Texts, wordsOf } from './words';

const fixtures = join(__dirname, '../checklists');
const demoCatalog = join(__dirname, '../../../../catalog/all.yaml');
const examples = join(
  __dirname,
  '../../../../plugins/production-readiness-backend/checklists/examples',
);

/** A list that is read from a web site. */
export const FROM_WEB = 'risk-rated-questions.yaml';

/** What a service says who it is with. */
export const SERVICE_TOKEN = 'the-token-of-the-pipeline-of-the-journeys';

/** What stands on the screens of the season, and what people type there. */
interface Said {
  gate: Texts<typeof gateEn>;
  refusals: Texts<typeof refusalsEn>;
  studio: Texts<typeof studioEn>;
  upkeep: Texts<typeof upkeepEn>;
  undated: string;
  dated: string;
  added: string;
  missing: string;
  cap: string;
  emergency: string;
  outcome: string;
  /** Titles of the lists that show the shapes of others. */
  lists: string[];
}

const said: Record<Language, Said> = {
  en: {
    gate: gateEn,
    refusals: refusalsEn,
    studio: studioEn,
    upkeep: upkeepEn,
    undated: 'Somebody went through all of it with the whole team.',
    dated: 'Went through all of it with the team on 20 November 2026.',
    added: ' We did the same, on 21 November.',
    missing: 'Say who answers the call on Sundays.',
    cap: '5 % of users, in Osaka',
    emergency: 'Payments fail at every third shop; the mend cannot wait.',
    outcome: 'The switch is in place now.',
    lists: [
      'Questions with a risk rating',
      'Care that follows the promise',
      'Questions by stage',
    ],
  },
  ja: {
    gate: gateJa,
    refusals: refusalsJa,
    studio: studioJa,
    upkeep: upkeepJa,
    undated: 'チーム全員で、すべての手順をひととおり確認しました。',
    dated: '2026年11月20日に、チーム全員で手順を確認しました。',
    added: '11月21日に同じ確認をしました。',
    missing: '日曜日に誰が電話を受けるかを書いてください。',
    cap: '大阪のユーザーの5%まで',
    emergency:
      '3店舗に1店舗で決済が失敗しています。修正を待つことができません。',
    outcome: '切り替えの仕組みを入れ終えました。',
    lists: [
      'リスクで重み付けした質問',
      '約束した水準に応じた備え',
      '段階ごとの質問',
    ],
  },
};

/** What the chapters of the season share. */
export interface Season {
  readonly shared: SharedApp;
  readonly words: ReturnType<typeof wordsOf>;
  readonly said: Said;
  readonly viewer: Viewer;
  /** The way to the other system that is asked, which can be cut. */
  readonly wayToTechInsights: () => Relay;
  picture(page: Page, name: string): Promise<void>;
  /** A picture, on a phone as well, of what everybody can read and reach. */
  look(page: Page, name: string): Promise<void>;
  /**
   * Puts a version with a mistake in it in the place of the first.
   *
   * @returns the line of the mistake, counted from 1
   */
  publishBrokenVersion(): Promise<number>;
  /** Adds a link to a component, in the file that the catalog reads. */
  addDashboard(): Promise<void>;
  /** Puts the second version of the checklist in its place. */
  publishNextVersion(): Promise<void>;
  /** Answers an item through the API, as its form does. */
  answer(
    person: Person,
    component: string,
    itemId: string,
    evidence: string,
  ): Promise<Answered>;
  /** Accepts an answer through the API, as its button does. */
  accept(person: Person, component: string, answered: Answered): Promise<void>;
}

/** What became of an answer. */
export interface Answered {
  itemId: string;
  version: number;
  basis: string | null;
  answer: { decision: string | null } | null;
}

/**
 * An app whose answers wear out within a season: a checklist of its own that
 * can be changed, teams with other ways to review, a gate that stops, another
 * system to ask, and lists in the shapes of others.
 */
export function useSeason(language: Language, engine: Engine): Season {
  let document: string | undefined;
  let entityFile: string | undefined;
  let relay: Relay | undefined;
  let site: FileSite | undefined;
  const settings = async (): Promise<Settings> => {
    const folder = await mkdtemp(join(tmpdir(), 'season-'));
    document = join(folder, 'it.yaml');
    await copyFile(join(fixtures, 'services-1.yaml'), document);
    entityFile = join(folder, 'gift-wrapping.yaml');
    await copyFile(join(fixtures, 'gift-wrapping.yaml'), entityFile);
    relay = await Relay.start(() => `${shared.app.url}/api/tech-insights`);
    // After the start, only when the journey has them retrieved.
    const retrieved = { cadence: '0 0 29 2 *' };
    site = await FileSite.start(examples);
    const file = (target: string) => ({ type: 'file', target });
    return {
      // The demo organisation, and one component that changes.
      'catalog.locations': [file(demoCatalog), file(entityFile)],
      'productionReadiness.checklist': {
        adoptionDays: 0,
        refresh: { seconds: 2 },
        documents: [
          file(document),
          // One of them from the web, as from a code host.
          { type: 'url', target: `http://${site.host}/${FROM_WEB}` },
          file(join(examples, 'levels-by-slo.yaml')),
          file(join(examples, 'stage-questionnaire.yaml')),
          { type: 'default' },
        ],
      },
      'productionReadiness.reviewDays': { design: 60 },
      'productionReadiness.reviewModes': [
        { groups: ['group:default/payments-team'], mode: 'peers' },
        { groups: ['group:default/tracking-team'], mode: 'self-certified' },
      ],
      'productionReadiness.gate': { blockTiers: [1] },
      'backend.reading.allow': [{ host: site.host }],
      'backend.auth.externalAccess': [
        {
          type: 'static',
          options: { token: SERVICE_TOKEN, subject: 'pipeline' },
        },
      ],
      'discovery.endpoints': [
        { target: relay.url, plugins: ['tech-insights'] },
      ],
      'techInsights.factRetrievers': {
        entityMetadataFactRetriever: retrieved,
        productionReadiness: retrieved,
      },
    };
  };
  const shared = useApp(engine, settings);
  afterAll(async () => {
    await relay?.cut();
    await site?.stop();
  });
  const itemOf = (component: string, itemId: string) =>
    `/entities/component/default/${component}/items/${itemId}`;

  return {
    shared,
    words: wordsOf(language),
    said: said[language],
    // Each language in one of the themes.
    viewer: { language, theme: language === 'ja' ? 'dark' : 'light' },
    wayToTechInsights: () => relay!,
    picture: (page, name) => screenshot(page, `${language}-season-${name}`),
    async look(page, name) {
      const size = page.viewportSize()!;
      await screenshot(page, `${language}-season-${name}`);
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await screenshot(page, `${language}-season-${name}-phone`);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      await page.setViewportSize(size);
    },
    async publishBrokenVersion() {
      const next = await readFile(join(fixtures, 'services-2.yaml'), 'utf8');
      const broken = next.replace('kind: manual', 'kind: magical');
      await writeFile(document!, broken);
      return broken.split('\n').findIndex(one => /magical/.test(one)) + 1;
    },
    addDashboard: () =>
      appendFile(
        entityFile!,
        `  links:\n    - url: https://grafana.minato.example/d/gift-wrapping\n      type: dashboard\n`,
      ),
    publishNextVersion: () =>
      copyFile(join(fixtures, 'services-2.yaml'), document!),
    async answer(person, component, itemId, evidence) {
      const path = itemOf(component, itemId);
      const { items } = await shared.app.ask<{ items: Answered[] }>(
        person,
        'GET',
        `/entities/component/default/${component}/readiness`,
      );
      const version = items.find(one => one.itemId === itemId)!.version;
      const { item } = await shared.app.ask<{ item: Answered }>(
        person,
        'PUT',
        `${path}/attestation`,
        { version, body: { evidence: { kind: 'text', text: evidence } } },
      );
      return item;
    },
    async accept(person, component, { itemId, version }) {
      const path = itemOf(component, itemId);
      await shared.app.ask(person, 'POST', `${path}/acceptance`, { version });
    },
  };
}

/** The longest part of a text between its gaps. */
export function withoutGaps(text: string): string {
  return text
    .split(/\{\{\w+\}\}/)
    .reduce((most, part) => (part.length > most.length ? part : most))
    .trim();
}

/** The page of a component with what the rest of the path says. */
export function readinessOf(component: string, rest = ''): string {
  return `/catalog/default/component/${component}/readiness${rest}`;
}
