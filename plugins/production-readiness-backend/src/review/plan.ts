import {
  AssessedItem,
  ChecklistDocument,
  isUpTo,
  LocalizedText,
  Phase,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ReviewPolicy, reviewerOf } from '../checklist/config';
import { DirectoryEntity } from '../directory';

/** Who looks at the items of one section. */
export interface SectionPlan {
  sectionId: string;
  title: LocalizedText;
  reviewerRef: string | null;
  items: AssessedItem[];
}

/** What a review of a phase is about, and who decides. */
export interface ReviewPlan {
  phase: Phase;
  /** The Group that decides on the whole; null: a second person. */
  reviewerRef: string | null;
  /** Required items of the phase and those before it. */
  items: AssessedItem[];
  sections: SectionPlan[];
  /** Items of high weight that neither count nor are exempt. */
  blockers: string[];
}

/**
 * Plans a review of a phase. The group of a rule that names no sections
 * decides; else the one that most of the required items go to.
 */
export function planReview(
  document: ChecklistDocument,
  assessed: readonly AssessedItem[],
  entity: Pick<DirectoryEntity, 'tier' | 'ownerRef'>,
  phase: Phase,
  policy: ReviewPolicy,
): ReviewPlan {
  const items = assessed.filter(
    ({ item, required }) => required && isUpTo(item.phase, phase),
  );
  const votes = new Map<string, number>();
  const sections = document.sections.flatMap((section): SectionPlan[] => {
    const own = items.filter(({ item }) => item.section === section.id);
    if (own.length === 0) return [];
    const reviewerRef = reviewerOf(policy, own[0].item, entity);
    if (reviewerRef !== null) {
      votes.set(reviewerRef, (votes.get(reviewerRef) ?? 0) + own.length);
    }
    return [
      { sectionId: section.id, title: section.title, reviewerRef, items: own },
    ];
  });
  const general = reviewerOf(policy, undefined, entity);
  const [most] = [...votes].sort(([, one], [, other]) => other - one);
  return {
    phase,
    reviewerRef: general ?? most?.[0] ?? null,
    items,
    sections,
    blockers: items
      .filter(
        ({ item, standing }) =>
          item.weight === 'high' &&
          !standing.satisfied &&
          standing.state !== 'exempt',
      )
      .map(({ item }) => item.id),
  };
}
