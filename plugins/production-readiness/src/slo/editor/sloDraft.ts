import {
  DEFAULT_WINDOW,
  type JourneyInput,
  type OwnerRole,
  type SloContentInput,
  type SloMaterial,
  type SloWindow,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EMPTY_JOURNEY } from '../journeys/emptyJourney';

/** The journey of a draft that is not written down anywhere yet. */
export const OTHER_JOURNEY = 'other';

/** An SLO that is being written, as the fields hold it. @internal */
export interface SloDraft {
  /** A journey's id, {@link OTHER_JOURNEY}, or empty while none is chosen. */
  journeyId: string;
  newJourney: JourneyInput;
  sliText: string;
  /** As typed. */
  target: string;
  window: SloWindow;
  rationale: SloMaterial['rationale'];
  accountableRole: OwnerRole;
  enforcement: SloMaterial['enforcement'];
  /** Left out while nothing measures it. */
  sli?: SloContentInput['sli'];
  budgetingMethod: SloContentInput['budgetingMethod'];
  exclusions: SloContentInput['exclusions'];
  businessImpact?: SloContentInput['businessImpact'];
  reviewCadence: SloContentInput['reviewCadence'];
  /** What happens when the budget is gone; left out where nothing is agreed. */
  policyRef?: SloContentInput['policyRef'];
}

/** The draft of a new SLO. @internal */
export function newDraft(journeys: { id: string }[]): SloDraft {
  return {
    journeyId: journeys.length === 0 ? OTHER_JOURNEY : '',
    newJourney: EMPTY_JOURNEY,
    sliText: '',
    target: '99.9',
    window: DEFAULT_WINDOW,
    rationale: { text: '', basis: 'observed', evidenceUrls: [] },
    accountableRole: 'product-owner',
    enforcement: 'permissive',
    budgetingMethod: 'Occurrences',
    exclusions: [],
    reviewCadence: 'quarterly',
  };
}

/** The draft of a change. @internal */
export function draftOf(material: SloMaterial): SloDraft {
  return {
    ...newDraft([{ id: material.journey.id }]),
    journeyId: material.journey.id,
    sliText: material.sliText,
    target: material.target,
    window: material.window,
    rationale: material.rationale,
    accountableRole: material.accountableOwner?.role ?? 'product-owner',
    enforcement: material.enforcement,
    sli: material.sli,
    budgetingMethod: material.budgetingMethod,
    exclusions: material.exclusions,
    businessImpact: material.businessImpact,
    reviewCadence: material.reviewCadence,
    policyRef: material.policyRef,
  };
}

/** What is sent. @internal */
export function contentOf(
  draft: SloDraft,
  journeyId: string,
  target: string,
): SloContentInput {
  return {
    journeyId,
    accountableRole: draft.accountableRole,
    sliText: draft.sliText.trim(),
    target,
    window: draft.window,
    rationale: {
      ...draft.rationale,
      text: draft.rationale.text.trim(),
      evidenceUrls: evidenceOf(draft),
    },
    enforcement: draft.enforcement,
    policyRef: draft.policyRef,
    sli: draft.sli,
    budgetingMethod: draft.budgetingMethod,
    exclusions: draft.exclusions,
    businessImpact: draft.businessImpact,
    reviewCadence: draft.reviewCadence,
  };
}

/** The links that were typed, one a line. @internal */
export function evidenceOf(draft: SloDraft): string[] {
  return draft.rationale.evidenceUrls
    .map(url => url.trim())
    .filter(url => url !== '');
}
