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

const EVEN = [40, 50, 10];

/** What of this week is known, else of the last one that was recorded. */
function knownParts(view: AllocationView): AllocationPart[] {
  return view.parts.length > 0 ? view.parts : view.proposal?.parts ?? [];
}

/**
 * The split to begin with: this week's, else the last recorded one's. The bars
 * share what is not put down as unsure, which the card leaves alone.
 */
export function splitFrom(view: AllocationView): CardSplit {
  const parts = knownParts(view);
  const weights = CARD_NATURES.map(nature => sumOf(parts, nature));
  const percents = apportion(
    100 - sumOf(parts, 'unsure'),
    weights.some(weight => weight > 0) ? weights : EVEN,
  );
  return Object.fromEntries(
    CARD_NATURES.map((nature, index) => [nature, percents[index]]),
  ) as CardSplit;
}

/** What the bars sum to. */
export function wholeOf(split: CardSplit): number {
  return CARD_NATURES.reduce((sum, nature) => sum + split[nature], 0);
}

/**
 * The split after one bar was dragged: the others give or take in proportion,
 * so that the sum of the bars stays.
 */
export function withBar(
  split: CardSplit,
  nature: CardNature,
  percent: number,
): CardSplit {
  const whole = wholeOf(split);
  const dragged = Math.min(percent, whole);
  const others = CARD_NATURES.filter(other => other !== nature);
  const weights = others.map(other => split[other]);
  const shared = apportion(
    whole - dragged,
    weights.some(weight => weight > 0) ? weights : others.map(() => 1),
  );
  return {
    ...split,
    [nature]: dragged,
    ...Object.fromEntries(others.map((other, index) => [other, shared[index]])),
  };
}

/**
 * The split as parts of an allocation. What is known of a kind of work, by what
 * started it and by category, keeps its proportion; a week without any is taken
 * for half reactive and half proactive.
 */
export function partsOf(
  split: CardSplit,
  view: AllocationView,
): AllocationPart[] {
  const known = knownParts(view);
  const bars = CARD_NATURES.flatMap((nature): AllocationPart[] => {
    const found = known.filter(
      part => part.nature === nature && part.percent > 0,
    );
    const shapes = found.length > 0 ? found : unknownParts(nature);
    const percents = apportion(
      split[nature],
      shapes.map(part => part.percent),
    );
    return shapes.map((part, index) => shapeOf(part, percents[index]));
  });
  const unsure = known.filter(part => part.nature === 'unsure');
  return [...bars, ...unsure.map(part => shapeOf(part, part.percent))].filter(
    ({ percent }) => percent > 0,
  );
}

function unknownParts(nature: CardNature): AllocationPart[] {
  const half = (trigger: AllocationPart['trigger']) => ({
    trigger,
    nature,
    percent: 50,
  });
  return nature === 'overhead'
    ? [half('proactive')]
    : [half('reactive'), half('proactive')];
}

function shapeOf(
  { trigger, nature, category }: AllocationPart,
  percent: number,
): AllocationPart {
  return {
    trigger,
    nature,
    ...(category !== undefined && { category }),
    percent,
  };
}

function sumOf(
  parts: readonly { nature: ToilNature; percent: number }[],
  nature: ToilNature,
): number {
  return parts
    .filter(part => part.nature === nature)
    .reduce((sum, part) => sum + part.percent, 0);
}
