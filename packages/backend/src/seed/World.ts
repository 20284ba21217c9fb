import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  Caller,
  FixedClock,
  Readiness,
  ReadinessDatabase,
} from '@prodready/backstage-plugin-production-readiness-backend/services';

const DAY = 86_400_000;

/** What the seed needs to know of an entity. */
export interface SeedEntity {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  lifecycle?: string;
  tier: number;
  /** The owning Group, where it exists. */
  team?: string;
  /** How well it is kept, from 0 to 5, by what its catalog file holds. */
  care: number;
}

/** The demo organisation, with the plugin's services to act on it. */
export class World {
  readonly readiness: Readiness;
  readonly clock: FixedClock;
  /** The moment at which the history ends (ms). */
  readonly now: number;
  private readonly database: ReadinessDatabase;
  private readonly callers = new Map<string, Caller>();
  private readonly members = new Map<string, string[]>();
  entities: SeedEntity[] = [];

  constructor(options: {
    readiness: Readiness;
    database: ReadinessDatabase;
    clock: FixedClock;
    now: number;
  }) {
    this.readiness = options.readiness;
    this.database = options.database;
    this.clock = options.clock;
    this.now = options.now;
  }

  /** Reads the catalog for the first time and keeps the checklist in use. */
  async begin(): Promise<void> {
    const { registry, journal } = this.readiness;
    await registry.publish(this.database, journal, () => this.clock.now());
    await this.followCatalog();
    await this.readMembers();
  }

  /** Takes over what is new in the catalog. */
  async followCatalog(): Promise<void> {
    await this.readiness.directory.sweep.run();
    await this.readEntities();
  }

  /** Brings everything to what time made of it. */
  async end(): Promise<void> {
    await this.readiness.checklist.sweep.run();
  }

  /** A moment so many days before the end of the history (ms). */
  daysAgo(days: number): number {
    return this.now - days * DAY;
  }

  /** The component of this name. */
  component(name: string): SeedEntity {
    return this.entity(`component:default/${name}`);
  }

  /** The entity of this reference. */
  entity(ref: string): SeedEntity {
    const found = this.entities.find(entity => entity.ref === ref);
    if (!found) {
      throw new Error(`The demo catalog has no ${ref} any more`);
    }
    return found;
  }

  /** The direct members of a Group, as User references. */
  membersOf(groupRef: string | undefined): string[] {
    return (groupRef && this.members.get(groupRef)) || [];
  }

  /** A person as the plugin sees them behind a request. */
  person(userRef: string): Caller {
    const caller = this.callers.get(userRef);
    if (!caller) {
      throw new Error(`The demo catalog has no ${userRef} any more`);
    }
    return caller;
  }

  private async readEntities(): Promise<void> {
    const rows = await this.database
      .knex('directory_entities')
      .whereNotIn('kind', ['user', 'group'])
      .whereNull('deleted_at')
      .orderBy('ref')
      .select('ref', 'title', 'name', 'lifecycle', 'tier', 'entity')
      .select('owner_ref', 'owner_exists');
    this.entities = rows.map(row => ({
      ...parseEntityRef(row.ref),
      ref: row.ref,
      title: row.title ?? row.name,
      lifecycle: row.lifecycle ?? undefined,
      tier: Number(row.tier),
      team:
        row.owner_exists && row.owner_ref.startsWith('group:')
          ? row.owner_ref
          : undefined,
      care: careOf(JSON.parse(row.entity)),
    }));
  }

  private async readMembers(): Promise<void> {
    const { knex } = this.database;
    const users = await knex('directory_entities')
      .where({ kind: 'user' })
      .orderBy('ref')
      .select('ref', 'title');
    for (const { ref, title } of users) {
      const groups = await knex('directory_memberships')
        .where({ member_ref: ref })
        .orderBy(['depth', 'group_ref'])
        .select('group_ref', 'depth');
      this.callers.set(ref, {
        kind: 'user',
        userRef: ref,
        displayName: title,
        principals: [ref, ...groups.map(group => group.group_ref)],
        isAdmin: false,
        onBehalfOf: false,
        credentials: credentialsOf(ref),
      });
      for (const { group_ref: group, depth } of groups) {
        if (Number(depth) === 1) {
          this.members.set(group, [...this.membersOf(group), ref]);
        }
      }
    }
  }
}

// The seed asks the services themselves, past the HTTP layer that would check.
function credentialsOf(userEntityRef: string): BackstageCredentials {
  return {
    $$type: '@backstage/BackstageCredentials',
    principal: { type: 'user', userEntityRef },
  };
}

function careOf(entity: {
  metadata?: { links?: unknown[]; annotations?: Record<string, string> };
}): number {
  const { links = [], annotations = {} } = entity.metadata ?? {};
  const isFromRepository = 'github.com/project-slug' in annotations;
  return Math.min(5, links.length + (isFromRepository ? 1 : 0));
}
