import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { canonicalRef } from '@prodready/backstage-plugin-production-readiness-common';
import { ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { Caller } from './Caller';
import { callerKey } from './callerKey';
import { ShortMemory } from './ShortMemory';

/** How long it may take until a change of groups counts. */
const KEPT_MILLISECONDS = 60_000;

type Identity = Omit<Caller, 'credentials'>;

/** Finds out who is behind credentials. */
export class CallerResolver {
  private readonly identities = new ShortMemory<Identity>(KEPT_MILLISECONDS);

  constructor(
    private readonly deps: {
      auth: AuthService;
      userInfo: UserInfoService;
      database: ReadinessDatabase;
      directory: Directory;
      /** Canonical refs of Users and Groups. */
      administrators: ReadonlySet<string>;
    },
  ) {}

  /** The caller of a request; groups are at most a minute old. */
  async resolve(credentials: BackstageCredentials): Promise<Caller> {
    const { auth } = this.deps;
    if (!auth.isPrincipal(credentials, 'user')) {
      return {
        kind: 'service',
        principals: [],
        isAdmin: false,
        onBehalfOf: false,
        ...(auth.isPrincipal(credentials, 'service') && {
          serviceName: credentials.principal.subject,
        }),
        credentials,
      };
    }
    const identity = await this.identities.get(callerKey(credentials), () =>
      this.identify(credentials),
    );
    return { ...identity, credentials };
  }

  private async identify(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Identity> {
    const { administrators, database, directory, userInfo } = this.deps;
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const userRef = canonicalRef(credentials.principal.userEntityRef);
    // The platform lists only the direct groups, as they were at sign-in.
    const direct = [
      userRef,
      ...ownershipEntityRefs.map(ref => canonicalRef(ref)),
    ];
    const groups = await directory.groupsOf(database.knex, direct);
    const principals = [...new Set([...direct, ...groups])];
    const [user] = await directory.findByRefs(database.knex, [userRef]);
    return {
      kind: 'user',
      userRef,
      // As long as the columns that keep it as it was shown.
      displayName: (user?.title ?? user?.name ?? nameIn(userRef)).slice(0, 300),
      principals,
      isAdmin: principals.some(ref => administrators.has(ref)),
      onBehalfOf: credentials.principal.actor !== undefined,
      actingService: credentials.principal.actor?.subject,
    };
  }
}

function nameIn(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
