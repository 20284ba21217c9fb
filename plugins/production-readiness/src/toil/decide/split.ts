import {
  type AllocationPart,
  type AllocationView,
  apportion,
  type ToilNature,
} from '@prodready/backstage-plugin-production-readiness-common';

/** The bars of the card. */
export const CARD_NATURES = ['toil', 'engineering', 'overhead'] as const;

/** @internal */
export type CardNature = (typeof CARD_NATURES)[number];

/** Percent by bar; they sum to 100. @internal */
export type CardSplit = Record<CardNature, number>;

const EVEN: CardSplit = { toil: 40, engineering: 50, overhead: 10 };

/** The split to begin with: this week's, else the last recorded one's. */
export function splitFrom(view: AllocationView): CardSplit {
  const parts = view.parts.length > 0 ? view.parts : view.proposal?.parts ?? [];
  const weights = CARD_NATURES.map(nature => sumOf(parts, nature));
  if (weights.every(weight => weight === 0)) return EVEN;
  const percents = apportion(100, weights);
  return Object.fromEntries(
    CARD_NATURES.map((nature, index) => [nature, percents[index]]),
  ) as CardSplit;
}

/**
 * The split after one bar was dragged: the others give or take in proportion,
 * so that the bars always sum to 100.
 */
export function withBar(
  split: CardSplit,
  nature: CardNature,
  percent: number,
): CardSplit {
  const others = CARD_NATURES.filter(other => other !== nature);
  const weights = others.map(other => split[other]);
  const shared = apportion(
    100 - percent,
    weights.some(weight => weight > 0) ? weights : others.map(() => 1),
  );
  return {
    ...split,
    [nature]: percent,
    ...Object.fromEntries(others.map((other, index) => [other, shared[index]])),
  };
}

/**
 * The split as parts of an allocation. How much of toil and engineering was
 * reactive is kept in the proportion of the week that it began with; a week
 * without any is taken for half and half.
 */
export function partsOf(
  split: CardSplit,
  view: AllocationView,
): AllocationPart[] {
  const known = view.parts.length > 0 ? view.parts : view.proposal?.parts ?? [];
  return CARD_NATURES.flatMap((nature): AllocationPart[] => {
    if (nature === 'overhead') {
      return [{ trigger: 'proactive', nature, percent: split[nature] }];
    }
    const of = (trigger: AllocationPart['trigger']) =>
      known
        .filter(part => part.nature === nature && part.trigger === trigger)
        .reduce((sum, part) => sum + part.percent, 0);
    const weights = [of('reactive'), of('proactive')];
    const [reactive, proactive] = apportion(
      split[nature],
      weights[0] + weights[1] > 0 ? weights : [1, 1],
    );
    return [
      { trigger: 'reactive', nature, percent: reactive },
      { trigger: 'proactive', nature, percent: proactive },
    ];
  }).filter(({ percent }) => percent > 0);
}

/** Whether a week is split finer than the card's bars can say. */
export function isFiner(view: AllocationView): boolean {
  return view.parts.some(
    part => part.category !== undefined || part.nature === 'unsure',
  );
}

function sumOf(
  parts: readonly { nature: ToilNature; percent: number }[],
  nature: ToilNature,
): number {
  return parts
    .filter(part => part.nature === nature)
    .reduce((sum, part) => sum + part.percent, 0);
}
