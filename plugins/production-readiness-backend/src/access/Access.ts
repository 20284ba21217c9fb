import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizePermissionRequest,
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
import { batchesOf } from '../directory/batches';
import { Caller } from './Caller';
import { CallerResolver } from './CallerResolver';
import { callerKey } from './callerKey';
import { ShortMemory } from './ShortMemory';
import { VisibilityResolver } from './VisibilityResolver';

/** The permission backend takes 100 KB, and a long reference has 200 bytes. */
const REFS_PER_QUESTION = 200;
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
  const open = new Map<string, OpenQuestions>();

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
      return ask(caller, questionsOf(permission, entityRefs));
    }
    const key = callerKey(credentials);
    const always = await decided.get(`${key} ${permission.name}`, () =>
      decide(caller, permission),
    );
    if (always !== undefined) return entityRefs.map(() => always);
    return Promise.all(
      entityRefs.map(entityRef =>
        remembered.get(`${key} ${permission.name} ${entityRef}`, () =>
          askTogether(key, caller, { permission, entityRef }),
        ),
      ),
    );
  }

  /** What one person asks at the same moment goes out in the same calls. */
  async function askTogether(
    key: string,
    caller: Caller,
    question: Question,
  ): Promise<boolean> {
    const questions: Question[] = open.get(key)?.questions ?? [];
    const index = questions.push(question) - 1;
    if (index === 0) {
      const answers = Promise.resolve().then(() => {
        open.delete(key);
        return ask(caller, questions);
      });
      open.set(key, { questions, answers });
    }
    const { answers } = open.get(key)!;
    return (await answers)[index];
  }

  async function ask(
    caller: Caller,
    questions: readonly Question[],
  ): Promise<boolean[]> {
    const allowed: boolean[] = [];
    for (const batch of batchesOf(questions, REFS_PER_QUESTION)) {
      const decisions = await options.permissions.authorize(
        batch.map(
          ({ permission, entityRef: resourceRef }) =>
            ({ permission, resourceRef } as AuthorizePermissionRequest),
        ),
        { credentials: caller.credentials },
      );
      allowed.push(
        ...decisions.map(({ result }) => result === AuthorizeResult.ALLOW),
      );
    }
    return allowed;
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
      const [allowed] = await ask(caller, [{ permission, entityRef }]);
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

interface Question {
  permission: Permission;
  entityRef?: string;
}

interface OpenQuestions {
  questions: Question[];
  answers: Promise<boolean[]>;
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

function questionsOf(
  permission: Permission,
  entityRefs: readonly (string | undefined)[],
): Question[] {
  return entityRefs.map(entityRef => ({ permission, entityRef }));
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
