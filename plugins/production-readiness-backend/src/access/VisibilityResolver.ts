import { AuthService, PermissionsService } from '@backstage/backend-plugin-api';
import {
  catalogEntityReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  canonicalRef,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { isSqlite, ReadinessDatabase } from '../database';
import { EVERYTHING, Visibility } from '../directory';
import { DIRECTORY_KINDS } from '../directory/EntityRecord';
import { Caller } from './Caller';
import { callerKey } from './callerKey';
import { never, translateCriteria } from './catalogRules';
import { ShortMemory } from './ShortMemory';

/**
 * How old a decision may be, and the list of what the catalog shows somebody.
 * A page asks several times, and the permission backend answers over HTTP.
 */
const KEPT_MILLISECONDS = 60_000;

/** Turns the catalog's decision on reading entities into SQL. */
export class VisibilityResolver {
  // Whole lists of refs: only a few are kept.
  private readonly shown = new ShortMemory<string>(KEPT_MILLISECONDS, 50);
  private readonly decided = new ShortMemory<Visibility | 'ask the catalog'>(
    KEPT_MILLISECONDS,
  );

  constructor(
    private readonly deps: {
      auth: AuthService;
      permissions: PermissionsService;
      catalog: CatalogService;
      database: ReadinessDatabase;
    },
  ) {}

  /** What the caller may read in the catalog; at most a minute old. */
  async resolve(caller: Caller): Promise<Visibility> {
    const visibility = await this.decided.get(this.keyOf(caller), () =>
      this.decide(caller),
    );
    return visibility === 'ask the catalog'
      ? this.shownByCatalog(caller)
      : visibility;
  }

  private async decide(
    caller: Caller,
  ): Promise<Visibility | 'ask the catalog'> {
    const [decision] = await this.deps.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials: caller.credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return EVERYTHING;
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return { apply: (query, alias) => void never(query, alias) };
    }
    const condition = isOfCatalog(decision)
      ? translateCriteria(decision.conditions)
      : undefined;
    return condition
      ? { apply: (query, alias) => void condition(query, alias) }
      : 'ask the catalog';
  }

  private keyOf({ credentials }: Caller): string {
    const { auth } = this.deps;
    if (auth.isPrincipal(credentials, 'user')) return callerKey(credentials);
    return auth.isPrincipal(credentials, 'service')
      ? `service ${JSON.stringify(credentials.principal)}`
      : 'nobody';
  }

  /** For rules that only the catalog knows: the refs that it shows. */
  private async shownByCatalog(caller: Caller): Promise<Visibility> {
    const refs = await this.shown.get(this.keyOf(caller), () =>
      this.listRefs(caller),
    );
    return {
      apply: (query, alias) => {
        // One parameter, however long the list is.
        const list = isSqlite(this.deps.database.knex)
          ? '?? in (select value from json_each(?))'
          : '?? in (select jsonb_array_elements_text(?::jsonb))';
        query.whereRaw(list, [`${alias}.ref`, refs]);
      },
    };
  }

  private async listRefs({ credentials }: Caller): Promise<string> {
    const refs: string[] = [];
    try {
      const pages = this.deps.catalog.streamEntities(
        {
          filter: { kind: DIRECTORY_KINDS.flat() },
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
          totalItems: 'exclude',
        },
        { credentials },
      );
      for await (const page of pages) {
        for (const { kind, metadata } of page) {
          refs.push(canonicalRef({ kind, ...metadata }));
        }
      }
    } catch (cause) {
      // Without an answer nothing may be shown, and nothing said of it either.
      throw ReadinessError.unavailable(
        'CATALOG_UNAVAILABLE',
        'The catalog does not say at the moment what you may see. Try again in a few seconds.',
        { cause },
      );
    }
    return JSON.stringify(refs);
  }
}

function isOfCatalog(decision: ConditionalPolicyDecision): boolean {
  return (
    decision.pluginId === 'catalog' &&
    decision.resourceType === RESOURCE_TYPE_CATALOG_ENTITY
  );
}
