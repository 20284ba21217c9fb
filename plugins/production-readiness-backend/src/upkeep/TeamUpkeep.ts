import {
  canonicalRef,
  DAY,
  ReadinessError,
  SESSION_EVERY,
  sessionAround,
  SessionLine,
  teamChoosePermission,
  TeamUpkeepView,
  UpkeepChoices,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller } from '../access';
import { attestCapability } from '../checklist/capabilities';
import { standingsOf } from '../checklist/standings';
import { Clock, ReadinessDatabase } from '../database';
import { groupChain, Journal } from '../journal';
import { isTakenOver } from '../checklist/inheritance';
import { readReviewerLoad } from '../review/reviewerLoad';
import {
  readSessionGroup,
  readSessionGroups,
  SessionGroup,
} from './sessionGroups';
import {
  ExpiringAnswer,
  readExpiring,
  readSectionsOf,
  readWaitingOf,
  SessionDeps,
} from './sessionLines';
import { readTeamChoices, TeamChoices, writeTeamChoices } from './teamChoices';

/** A focus ends with its quarter, and a session is held within two. */
const LATEST = 2 * SESSION_EVERY;

/** What the upkeep of teams needs of the other parts. */
export interface TeamUpkeepDeps extends SessionDeps {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
}

/** What a team keeps true, and what it decides about that. */
export class TeamUpkeep {
  constructor(private readonly deps: TeamUpkeepDeps) {}

  /**
   * What the team looks at again in its session, for whom its answers wait,
   * and what it has chosen.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async read(
    caller: Caller,
    name: { namespace: string; name: string },
  ): Promise<TeamUpkeepView> {
    const { access, clock, database, registry } = this.deps;
    const { knex } = database;
    const visibility = await access.visibility(caller);
    const group = await this.find(caller, name);
    const now = await clock.now(knex);
    const choices = await readTeamChoices(knex, group.ref);
    const held = await readSessionGroup(knex, group.ref, visibility);
    const session = held?.group && sessionAround(held.sessionAt, now);
    const below = await readSessionGroups(knex, group.ref, visibility);
    // Nobody asked the whole company yet.
    const ownerRefs = session ? below.ownerRefs : [group.ref];
    const { answers, isCut } = await readExpiring(
      knex,
      this.deps,
      { group, ownerRefs, session },
      visibility,
      now,
    );
    const waiting = await readWaitingOf(knex, ownerRefs, visibility);
    return {
      group: { ref: group.ref, title: group.title ?? group.name },
      choices: choicesView(choices, now),
      version: choices?.version ?? 0,
      canChoose: await this.mayChoose(caller, group.ref),
      session: session
        ? { ...session, heldBy: heldByAnother(held?.group, group.ref) }
        : null,
      sessionsBelow: below.holding
        .map(({ ref, sessionAt, title }) => ({
          ref,
          title,
          at: sessionAround(sessionAt, now).at,
        }))
        .sort((one, other) => one.at - other.at),
      lines: await this.linesOf(caller, answers),
      isCut,
      sections: (
        await readSectionsOf(knex, registry, group.ref, visibility)
      ).map(({ id, title }) => ({ id, title })),
      waiting,
      load: await readReviewerLoad(
        knex,
        visibility,
        waiting.flatMap(({ reviewerRef }) => reviewerRef ?? []),
        { from: now - SESSION_EVERY },
      ),
      asOf: now,
    };
  }

  /**
   * Chooses the session, the focus and whether to share answers. For members
   * of the team and administrators.
   *
   * @param version - of the choices that the caller saw; 0: none
   * @throws ReadinessError 400, 403, 404 or 412
   */
  async choose(
    caller: Caller,
    name: { namespace: string; name: string },
    version: number,
    choices: UpkeepChoices,
  ): Promise<{ choices: UpkeepChoices; version: number }> {
    const { access, clock, database, journal } = this.deps;
    const { ref } = await this.find(caller, name);
    await access.authorize(caller, teamChoosePermission, ref);
    if (!(await this.mayChoose(caller, ref))) {
      throw ReadinessError.notAllowed(
        'TEAM_MEMBERS_ONLY',
        `Only members of ${ref} choose how it keeps its checklists. Ask one of them.`,
      );
    }
    return database.transaction(async tx => {
      const at = await clock.now(tx);
      const before = await readTeamChoices(tx, ref);
      refuseChoices(choices, before, at);
      const saved =
        (before?.version ?? 0) === version &&
        (await writeTeamChoices(tx, ref, version, choices, at));
      if (!saved) {
        throw ReadinessError.preconditionFailed(
          'CHOICES_CHANGED',
          'A colleague changed this in the meantime. Look at what it is now, then decide again.',
          { field: 'header.If-Match' },
        );
      }
      await journal.append(tx, {
        chain: groupChain(ref),
        actor: caller.userRef!,
        action: 'upkeep.chosen',
        subject: {
          group: ref,
          actorName: caller.displayName ?? caller.userRef!,
          ...choices,
        },
        at,
      });
      return { choices, version: version + 1 };
    });
  }

  private async find(
    caller: Caller,
    name: { namespace: string; name: string },
  ) {
    const { access, database, directory } = this.deps;
    return directory.findEntity(
      database.knex,
      canonicalRef({ kind: 'group', ...name }),
      await access.visibility(caller),
    );
  }

  private async mayChoose(caller: Caller, groupRef: string): Promise<boolean> {
    if (caller.kind !== 'user' || caller.onBehalfOf) return false;
    if (!caller.isAdmin && !caller.principals.includes(groupRef)) return false;
    const [allowed] = await this.deps.access.isAllowed(
      caller,
      teamChoosePermission,
      [groupRef],
    );
    return allowed;
  }

  private async linesOf(
    caller: Caller,
    answers: readonly ExpiringAnswer[],
  ): Promise<SessionLine[]> {
    const standings = await standingsOf(
      this.deps.access,
      caller,
      answers.map(({ entity }) => entity),
    );
    return answers.map(({ assessed, checklist, entity, record }) => {
      const { item, standing } = assessed;
      const acceptance = record.acceptance!;
      return {
        entityRef: entity.ref,
        entityTitle: entity.title ?? entity.name,
        ownerRef: entity.ownerRef ?? null,
        forOthers: isTakenOver(entity.kind, item),
        itemId: item.id,
        title: item.title,
        weight: item.weight,
        state: standing.state,
        version: record.version,
        checklistDigest: checklist.digest,
        validUntil: acceptance.until!,
        evidence: acceptance.evidence,
        attestedBy: acceptance.attestedBy,
        acceptedAt: acceptance.acceptedAt,
        canAttest: attestCapability(standings.get(entity.id)!, assessed)
          .allowed,
      };
    });
  }
}

/** Null where the Group holds its session itself. */
function heldByAnother(
  holder: SessionGroup | undefined,
  groupRef: string,
): { ref: string; title: string } | null {
  if (!holder || holder.ref === groupRef) return null;
  return { ref: holder.ref, title: holder.title };
}

function choicesView(
  choices: TeamChoices | undefined,
  now: number,
): UpkeepChoices {
  const anchor = choices?.sessionAt;
  return {
    sessionAt: anchor === undefined ? null : sessionAround(anchor, now).at,
    sharesAnswers: choices?.sharesAnswers ?? false,
    focus: choices?.focus ?? [],
    focusUntil: choices?.focusUntil ?? null,
  };
}

function refuseChoices(
  choices: UpkeepChoices,
  before: TeamChoices | undefined,
  now: number,
): void {
  const { focus, focusUntil, sessionAt } = choices;
  const isKept =
    before?.sessionAt !== undefined &&
    sessionAt === sessionAround(before.sessionAt, now).at;
  if (
    sessionAt !== null &&
    !isKept &&
    (sessionAt + DAY <= now || sessionAt > now + LATEST)
  ) {
    throw ReadinessError.badInput(
      'SESSION_DAY',
      'The next session has to be today or on a day to come, within half a year.',
      { field: 'body.sessionAt' },
    );
  }
  const ends = focusUntil !== null;
  if (ends !== focus.length > 0) {
    throw ReadinessError.badInput(
      'FOCUS_END',
      'A focus needs both: sections, and the day on which it ends. Leave both out for none.',
      { field: 'body.focusUntil' },
    );
  }
  const isOld = focusUntil === (before?.focusUntil ?? null);
  if (ends && !isOld && (focusUntil <= now || focusUntil > now + LATEST)) {
    throw ReadinessError.badInput(
      'FOCUS_END',
      'The focus has to end on a day to come, within half a year.',
      { field: 'body.focusUntil' },
    );
  }
}
