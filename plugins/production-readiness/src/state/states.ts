import {
  RiAlarmLine,
  RiAlarmWarningFill,
  RiArchiveLine,
  RiArrowDownCircleFill,
  RiArrowGoBackLine,
  RiArrowLeftRightLine,
  RiArrowUpCircleFill,
  RiBookmarkLine,
  RiCalendarCloseLine,
  RiCalendarEventLine,
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleFill,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiCornerDownRightLine,
  RiDiscussLine,
  RiDraftLine,
  RiErrorWarningFill,
  RiEyeLine,
  RiFileEditLine,
  RiHistoryLine,
  RiIndeterminateCircleLine,
  RiMedal2Line,
  RiMedalLine,
  RiPauseCircleLine,
  RiQuestionLine,
  type RemixiconComponentType,
  RiReplyLine,
  RiTimeLine,
  RiTrophyLine,
  RiUserSharedLine,
  RiUserUnfollowLine,
} from '@remixicon/react';
import { type PlainMessageKey } from '../translations';
import { type Tone } from './tones';

type StateWord = Extract<PlainMessageKey, `states.${string}`>;

/** How one state looks and what it is called. @internal */
export interface StateLook {
  Icon: RemixiconComponentType;
  tone: Tone;
  word: StateWord;
}

function look(
  Icon: RemixiconComponentType,
  tone: Tone,
  word: StateWord,
): StateLook {
  return { Icon, tone, word };
}

/**
 * The one palette of states. Within a family every state has a shape of its
 * own, so that none is told by its colour alone.
 *
 * @internal
 */
export const STATES = {
  checklist: {
    accepted: look(
      RiCheckboxCircleFill,
      'success',
      'states.checklist.accepted',
    ),
    passed: look(RiCheckboxCircleLine, 'success', 'states.checklist.passed'),
    due: look(RiAlarmLine, 'warning', 'states.checklist.due'),
    returned: look(RiReplyLine, 'warning', 'states.checklist.returned'),
    failed: look(RiErrorWarningFill, 'danger', 'states.checklist.failed'),
    lapsed: look(RiCalendarCloseLine, 'danger', 'states.checklist.lapsed'),
    regressed: look(
      RiArrowDownCircleFill,
      'danger',
      'states.checklist.regressed',
    ),
    attested: look(RiTimeLine, 'info', 'states.checklist.attested'),
    waiting: look(RiTimeLine, 'info', 'states.checklist.waiting'),
    open: look(RiCheckboxBlankCircleLine, 'neutral', 'states.checklist.open'),
    unknown: look(RiQuestionLine, 'neutral', 'states.checklist.unknown'),
    exempt: look(RiPauseCircleLine, 'neutral', 'states.checklist.exempt'),
    not_applicable: look(
      RiIndeterminateCircleLine,
      'neutral',
      'states.checklist.not_applicable',
    ),
    upcoming: look(RiCalendarEventLine, 'neutral', 'states.checklist.upcoming'),
    stale: look(RiHistoryLine, 'neutral', 'states.checklist.stale'),
    inherited: look(
      RiCornerDownRightLine,
      'neutral',
      'states.checklist.inherited',
    ),
  },
  slo: {
    in_force: look(RiCheckboxCircleFill, 'success', 'states.slo.in_force'),
    review_due: look(RiAlarmLine, 'warning', 'states.slo.review_due'),
    owner_changed: look(
      RiUserSharedLine,
      'warning',
      'states.slo.owner_changed',
    ),
    changes_requested: look(
      RiReplyLine,
      'warning',
      'states.slo.changes_requested',
    ),
    overdue: look(RiCalendarCloseLine, 'danger', 'states.slo.overdue'),
    disputed: look(RiDiscussLine, 'danger', 'states.slo.disputed'),
    owner_vacant: look(RiUserUnfollowLine, 'danger', 'states.slo.owner_vacant'),
    drifted: look(RiArrowLeftRightLine, 'danger', 'states.slo.drifted'),
    rejected: look(RiCloseCircleLine, 'danger', 'states.slo.rejected'),
    withdrawn: look(RiArrowGoBackLine, 'danger', 'states.slo.withdrawn'),
    in_review: look(RiTimeLine, 'info', 'states.slo.in_review'),
    proposed: look(RiFileEditLine, 'info', 'states.slo.proposed'),
    draft: look(RiDraftLine, 'neutral', 'states.slo.draft'),
    none: look(RiCheckboxBlankCircleLine, 'neutral', 'states.slo.none'),
    not_required: look(
      RiIndeterminateCircleLine,
      'neutral',
      'states.slo.not_required',
    ),
    recorded: look(RiBookmarkLine, 'neutral', 'states.slo.recorded'),
    superseded: look(RiHistoryLine, 'neutral', 'states.slo.superseded'),
    retired: look(RiArchiveLine, 'neutral', 'states.slo.retired'),
  },
  toil: {
    ok: look(RiCheckboxCircleFill, 'success', 'states.toil.ok'),
    watch: look(RiEyeLine, 'warning', 'states.toil.watch'),
    over: look(RiArrowUpCircleFill, 'danger', 'states.toil.over'),
    action: look(RiAlarmWarningFill, 'danger', 'states.toil.action'),
    insufficient: look(RiQuestionLine, 'neutral', 'states.toil.insufficient'),
    no_data: look(RiCheckboxBlankCircleLine, 'neutral', 'states.toil.no_data'),
  },
  review: {
    approved: look(RiCheckboxCircleFill, 'success', 'states.review.approved'),
    approved_with_conditions: look(
      RiCheckboxCircleLine,
      'success',
      'states.review.approved_with_conditions',
    ),
    limited_release: look(
      RiIndeterminateCircleLine,
      'warning',
      'states.review.limited_release',
    ),
    renewal_due: look(RiAlarmLine, 'warning', 'states.review.renewal_due'),
    changes_requested: look(
      RiReplyLine,
      'warning',
      'states.review.changes_requested',
    ),
    lapsed: look(RiCalendarCloseLine, 'danger', 'states.review.lapsed'),
    submitted: look(RiTimeLine, 'info', 'states.review.submitted'),
    in_review: look(RiEyeLine, 'info', 'states.review.in_review'),
    draft: look(RiDraftLine, 'neutral', 'states.review.draft'),
    withdrawn: look(RiArrowGoBackLine, 'neutral', 'states.review.withdrawn'),
  },
  level: {
    gold: look(RiTrophyLine, 'success', 'states.level.gold'),
    silver: look(RiMedal2Line, 'success', 'states.level.silver'),
    bronze: look(RiMedalLine, 'success', 'states.level.bronze'),
    none: look(RiCheckboxBlankCircleLine, 'neutral', 'states.level.none'),
  },
} as const;

/** A family of states. @internal */
export type StateFamily = keyof typeof STATES;

/** The states of a family. @internal */
export type StateName<F extends StateFamily> = keyof (typeof STATES)[F] &
  string;

/**
 * How a state looks.
 *
 * @internal
 */
export function stateLook<F extends StateFamily>(
  family: F,
  state: StateName<F>,
): StateLook {
  const looks: Record<string, StateLook> = STATES[family];
  return looks[state];
}
