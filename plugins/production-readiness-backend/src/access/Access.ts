import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  canonicalRef,
  ReadinessError,
  readinessAdminPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ReadinessDatabase } from '../database';
import { Directory, Visibility } from '../directory';
import { Caller } from './Caller';
import { CallerResolver } from './CallerResolver';
import { callerKey } from './callerKey';
import { PermissionQuestions } from './PermissionQuestions';
import { ShortMemory } from './ShortMemory';
import { VisibilityResolver } from './VisibilityResolver';

/** How old an answer may be that only decides what is offered. */
const KEPT_MILLISECONDS = 60_000;

/** Who calls, and what they may see and do. */
export interface Access {
  /** Who is behind credentials. */
  resolveCaller(credentials: BackstageCredentials): Promise<Caller>;
  /**
   * Asks the permission framework. The administration of the plugin takes an
   * administrator of the configuration on top, for people.
   *
   * @param entityRef - for permissions about an entity
   * @throws ReadinessError 403 NOT_ALLOWED
   */
  authorize(
    caller: Caller,
    permission: Permission,
    entityRef?: string,
  ): Promise<void>;
  /**
   * The same for what is only read: for people the answer is at most a minute
   * old, as what of the catalog they may read is.
   *
   * @throws ReadinessError 403 NOT_ALLOWED
   */
  authorizeReading(
    caller: Caller,
    permission: Permission,
    entityRef?: string,
  ): Promise<void>;
  /**
   * The permission framework's answer for several entities, in their order;
   * as few calls as the size of a call allows. For people it is at most a
   * minute old, as good as what the screen shows: a write asks `authorize`.
   */
  isAllowed(
    caller: Caller,
    permission: Permission,
    entityRefs: readonly string[],
  ): Promise<boolean[]>;
  /** What of the catalog the caller may read. */
  visibility(caller: Caller): Promise<Visibility>;
  /** Whether the caller is an owner, or in an owning group at any depth. */
  ownsEntity(caller: Caller, owners: readonly string[]): boolean;
}

/** Puts together who calls and what they may. */
export function createAccess(options: {
  permissions: PermissionsService;
  userInfo: UserInfoService;
  auth: AuthService;
  catalog: CatalogService;
  database: ReadinessDatabase;
  directory: Directory;
  config: Config;
}): Access {
  const callers = new CallerResolver({
    ...options,
    administrators: readAdministrators(options.config),
  });
  const visibilities = new VisibilityResolver(options);

  const remembered = new ShortMemory<boolean>(KEPT_MILLISECONDS, 50_000);
  const decided = new ShortMemory<boolean | undefined>(KEPT_MILLISECONDS);
  const questions = new PermissionQuestions(options.permissions);

  /** Undefined: it depends on the entity. */
  async function decide(
    { credentials }: Caller,
    permission: Permission,
  ): Promise<boolean | undefined> {
    if (!isResourcePermission(permission)) return undefined;
    const [{ result }] = await options.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return result === AuthorizeResult.CONDITIONAL
      ? undefined
      : result === AuthorizeResult.ALLOW;
  }

  async function isAllowed(
    caller: Caller,
    permission: Permission,
    entityRefs: readonly (string | undefined)[],
  ): Promise<boolean[]> {
    const { credentials } = caller;
    if (!options.auth.isPrincipal(credentials, 'user')) {
      return questions.ask(
        caller,
        entityRefs.map(entityRef => ({ permission, entityRef })),
      );
    }
    const key = callerKey(credentials);
    const always = await decided.get(`${key} ${permission.name}`, () =>
      decide(caller, permission),
    );
    if (always !== undefined) return entityRefs.map(() => always);
    return Promise.all(
      entityRefs.map(entityRef =>
        remembered.get(`${key} ${permission.name} ${entityRef}`, () =>
          questions.askTogether(key, caller, { permission, entityRef }),
        ),
      ),
    );
  }

  return {
    resolveCaller: credentials => callers.resolve(credentials),
    isAllowed,
    async authorize(caller, permission, entityRef) {
      if (
        isPermission(permission, readinessAdminPermission) &&
        caller.kind === 'user' &&
        !caller.isAdmin
      ) {
        throw ReadinessError.notAllowed(
          'ADMINISTRATOR_REQUIRED',
          'Only administrators of the production readiness plugin may do this. Ask one of them.',
        );
      }
      const question = { permission, entityRef };
      const { credentials } = caller;
      const allowed = options.auth.isPrincipal(credentials, 'user')
        ? await questions.askTogether(callerKey(credentials), caller, question)
        : (await questions.ask(caller, [question]))[0];
      if (!allowed) throw refused(permission, entityRef);
    },
    async authorizeReading(caller, permission, entityRef) {
      const [allowed] = await isAllowed(caller, permission, [entityRef]);
      if (!allowed) throw refused(permission, entityRef);
    },
    visibility: caller => visibilities.resolve(caller),
    ownsEntity: (caller, owners) =>
      owners.some(owner => caller.principals.includes(owner)),
  };
}

function refused(permission: Permission, entityRef?: string): ReadinessError {
  return ReadinessError.notAllowed(
    'NOT_ALLOWED',
    `You may not do this${
      entityRef ? ` on ${entityRef}` : ''
    }: the permission ${
      permission.name
    } is not given to you. Ask your Backstage administrators.`,
  );
}

/**
 * The configured administrators.
 *
 * @throws TypeError when one of them is not an entity reference
 */
function readAdministrators(config: Config): ReadonlySet<string> {
  const refs =
    config.getOptionalStringArray('productionReadiness.administrators') ?? [];
  return new Set(refs.map(ref => canonicalRef(ref)));
}
