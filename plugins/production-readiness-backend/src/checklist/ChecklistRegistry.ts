import {
  ChecklistDefinition,
  FactDocument,
  primaryChecklist,
  ReadinessError,
  toChecklistDefinition,
} from '@prodready/backstage-plugin-production-readiness-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ReadinessDatabase } from '../database';
import { Journal } from '../journal';
import type { LoadedChecklist } from './document';
import type { DocumentReader, ReadResult, SourceError } from './sources';
import {
  noteLook,
  readSources,
  readVersion,
  useVersion,
} from './sources/SourceStore';

/** Old versions that were asked for lately; each is some 100 KB. */
const VERSIONS_KEPT = 20;

/**
 * The checklists in use, the most special first.
 *
 * Documents are read by whichever replica comes first, and which version is in
 * use is said in the database, where all replicas follow it. A replica writes
 * only what has changed since it looked last: one that still has an older file
 * while others are being replaced does not bring the older version back.
 */
export class ChecklistRegistry {
  private current: LoadedChecklist[] = [];
  private readonly byTarget = new Map<string, LoadedChecklist>();
  private readonly versions = new Map<string, LoadedChecklist>();
  private readonly definitions = new Map<string, ChecklistDefinition>();
  private news: { target: string; result: ReadResult }[] = [];

  /** @param readers - the first whose document is for an entity counts */
  constructor(
    private readonly readers: readonly DocumentReader[],
    private readonly logger?: LoggerService,
  ) {}

  /** The checklists in use, in the order in which they are tried. */
  get loaded(): readonly LoadedChecklist[] {
    return this.current;
  }

  /** The configured targets, in their order. */
  get targets(): string[] {
    return this.readers.map(({ target }) => target.target);
  }

  /** Another text whenever other versions are in use. */
  get fingerprint(): string {
    return this.current.map(({ digest }) => digest).join(' ');
  }

  /** The version in use of a configured target. */
  inUse(target: string): LoadedChecklist | undefined {
    return this.byTarget.get(target);
  }

  /** The checklist of an entity; undefined when none is for its kind. */
  primaryOf(facts: FactDocument): LoadedChecklist | undefined {
    return primaryChecklist(this.current, facts);
  }

  /** A checklist that is in use. */
  byDigest(digest: string): LoadedChecklist | undefined {
    return this.current.find(checklist => checklist.digest === digest);
  }

  /** A version that is or was in use; undefined when there never was one. */
  async version(q: Knex, digest: string): Promise<LoadedChecklist | undefined> {
    const known = this.byDigest(digest) ?? this.versions.get(digest);
    if (known) return known;
    const stored = await readVersion(q, digest);
    if (stored) {
      const [oldest] = this.versions.keys();
      if (this.versions.size >= VERSIONS_KEPT) this.versions.delete(oldest);
      this.versions.set(digest, stored);
    }
    return stored;
  }

  /**
   * The words of a version that is or was in use.
   *
   * @throws ReadinessError 404 CHECKLIST_NOT_FOUND
   */
  async definition(q: Knex, digest: string): Promise<ChecklistDefinition> {
    const known = this.definitions.get(digest);
    if (known) return known;
    const version = await this.version(q, digest);
    if (version === undefined) {
      throw ReadinessError.notFound(
        'CHECKLIST_NOT_FOUND',
        'No checklist with this digest was ever in use. Read the readiness of the entity again to learn the present one.',
        { field: 'path.digest' },
      );
    }
    const definition = toChecklistDefinition(version.document, digest);
    if (this.byDigest(digest)) this.definitions.set(digest, definition);
    return definition;
  }

  /**
   * Looks at every document, without a database. What can't be used leaves the
   * version in use as it is.
   */
  async read(): Promise<void> {
    const looks = await Promise.all(
      this.readers.map(async reader => ({
        target: reader.target.target,
        result: await reader.read(),
      })),
    );
    for (const look of looks) {
      this.news = this.news.filter(({ target }) => target !== look.target);
      this.news.push({ ...look, result: this.take(look) });
    }
    this.settle();
  }

  /** Looks at every document again and puts new versions into use. */
  async refresh(
    database: ReadinessDatabase,
    journal: Journal,
    now: (tx: Knex.Transaction) => Promise<number>,
  ): Promise<void> {
    await this.read();
    await this.publish(database, journal, now);
  }

  /**
   * Keeps what was read, so that every answer can be read later, and says to
   * the other replicas which versions are in use.
   */
  async publish(
    database: ReadinessDatabase,
    journal: Journal,
    now: (tx: Knex.Transaction) => Promise<number>,
  ): Promise<void> {
    const { news } = this;
    await database.transaction(async tx => {
      const at = await now(tx);
      for (const { target, result } of news) {
        if (result.kind === 'read') {
          await useVersion(tx, journal, target, result.checklist, at);
        } else {
          const error = result.kind === 'failed' ? result.error : null;
          if (error || !(await hasError(tx, target))) {
            await noteLook(tx, target, error, at);
          }
        }
      }
    });
    this.news = this.news.filter(look => !news.includes(look));
    await this.follow(database.knex);
  }

  /**
   * Takes over what other replicas have put into use. One statement where
   * nothing is new.
   */
  async follow(q: Knex): Promise<void> {
    const stored = await readSources(q, this.targets);
    let isNew = false;
    for (const { target, digest } of stored.values()) {
      if (digest === null || this.byTarget.get(target)?.digest === digest) {
        continue;
      }
      const version = await this.version(q, digest);
      if (version === undefined) continue;
      this.byTarget.set(target, version);
      isNew = true;
    }
    if (isNew) this.settle();
  }

  /** Puts a document into use here, unless another one has its name. */
  private take(look: { target: string; result: ReadResult }): ReadResult {
    const { target, result } = look;
    if (result.kind === 'failed') return this.complain(target, result.error);
    if (result.kind !== 'read') return result;
    const { id } = result.checklist.document;
    const other = this.targets.find(
      one => one !== target && this.byTarget.get(one)?.document.id === id,
    );
    if (other !== undefined) {
      return this.complain(target, {
        message: `${target} has the id "${id}", which ${other} uses already. Answers belong to the id of a checklist: give this one its own.`,
        issues: [],
      });
    }
    this.byTarget.set(target, result.checklist);
    return result;
  }

  private complain(target: string, error: SourceError): ReadResult {
    const consequence = this.byTarget.has(target)
      ? 'The version in use stays.'
      : 'There is no earlier version of it.';
    this.logger?.error(`${error.message} ${consequence}`);
    return { kind: 'failed', error };
  }

  private settle(): void {
    this.current = this.targets.flatMap(
      target => this.byTarget.get(target) ?? [],
    );
    this.definitions.clear();
  }
}

/** What was wrong stays said until a version can be used. */
async function hasError(tx: Knex.Transaction, target: string) {
  return Boolean((await readSources(tx, [target])).get(target)?.error);
}
