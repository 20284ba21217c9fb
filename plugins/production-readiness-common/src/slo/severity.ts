import { z } from 'zod';
import { plainText } from '../api/text';

/** A word that two people would read differently, and where it stands. @public */
export interface VagueWord {
  /** As it is written in the text. */
  word: string;
  /** Index of its first UTF-16 code unit. */
  at: number;
}

/** Vague whatever stands beside them: which function is an important one? */
const QUALITIES: readonly RegExp[] = [
  /\b(?:important|critical|key|core|main|major|essential|significant|serious|severe|minor|unacceptable|acceptable)\s+(?:business\s+)?(?:functions?|functionality|features?|systems?|services?|users?|customers?|impact|parts?|processes|process|outages?|incidents?|problems?|issues?|damage)\b/giu,
  /\b(?:significantly|severely|seriously|badly|noticeably|reasonably|as soon as possible|asap|in a timely manner|etc)\b/giu,
  /(?:重要|主要|重大|深刻|軽微|致命的|基幹的|中核的)な?(?:機能|システム|サービス|業務|顧客|ユーザー|お客様|影響|障害|問題|損害|不具合|処理)/gu,
  /著しく|著しい|大幅に|大幅な|かなり|相当な|適切に|可能な限り|なるべく|早急に|速やかに|至急|など/gu,
];

/** Vague unless a number says how many or how long. */
const QUANTITIES: readonly RegExp[] = [
  /\b(?:long|longer|prolonged|extended|short|brief)\s+(?:outages?|downtimes?|times?|periods?|while|interruptions?|delays?|duration)\b/giu,
  /\b(?:many|most|several|some|few|numerous|various|a lot of|lots of|a number of|a large number of|frequent|frequently|often|sometimes|rarely|slow|slowly|large|larger|huge|widespread|for a while|soon|quickly)\b/giu,
  /長時間|長期間|短時間|しばらく|一時的|多数の?|多くの|大勢|少数の?|一部の?|数多く|大量の?|大規模な?|小規模な?|広範囲|頻繁に?|頻発|たびたび|ときどき|時々|遅い|遅くなる|すぐに?/gu,
];

const DIGIT = /\p{Nd}/u;
/** Clauses end at punctuation; brackets belong to what they explain. */
const CLAUSE_END = /[.;。；\n]|,(?!\p{Nd})|、/u;

/**
 * Finds words in a severity's criteria that two people would read differently
 * in the middle of the night: "important function", "long outage", 重要な機能,
 * 長時間. A word of amount is clear when its clause holds a number: "a long
 * outage (over 30 minutes)".
 *
 * It is a hint for the writer, never a refusal.
 *
 * @returns in the order of the text, none overlapping another
 * @public
 */
export function findVagueWords(text: string): VagueWord[] {
  const found = [
    ...matchesOf(QUALITIES, text),
    ...matchesOf(QUANTITIES, text).filter(
      one => !DIGIT.test(clauseAt(text, one.at)),
    ),
  ].sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  let end = 0;
  return found.filter(one => {
    if (one.at < end) return false;
    end = one.at + one.word.length;
    return true;
  });
}

function matchesOf(patterns: readonly RegExp[], text: string): VagueWord[] {
  return patterns.flatMap(pattern =>
    [...text.matchAll(pattern)].map(match => ({
      word: match[0],
      at: match.index,
    })),
  );
}

function clauseAt(text: string, at: number): string {
  const before = [...text.slice(0, at).matchAll(new RegExp(CLAUSE_END, 'gu'))];
  const last = before[before.length - 1];
  const start = last === undefined ? 0 : last.index + last[0].length;
  const [clause] = text.slice(start).split(CLAUSE_END);
  // A full stop inside a decimal ends nothing that matters here.
  return clause;
}

/**
 * What tells one severity from another, by the configured names. A severity
 * that is left out has no criteria.
 *
 * @public
 */
export const severityCriteriaInput = z.strictObject({
  /** None at all: what the System, the Domain or the organisation says counts. */
  criteria: z
    .array(
      z.strictObject({
        severity: plainText({ max: 40 }),
        text: plainText({ max: 1000 }),
      }),
    )
    .max(9),
});

/** What {@link severityCriteriaInput} lets through. @public */
export type SeverityCriteriaInput = z.output<typeof severityCriteriaInput>;

/** From where an entity takes its criteria. @public */
export const CRITERIA_PLACES = [
  'entity',
  'system',
  'domain',
  'organisation',
] as const;

/** One of {@link CRITERIA_PLACES}. @public */
export type CriteriaPlace = (typeof CRITERIA_PLACES)[number];

/** The criteria that count for an entity. @public */
export const severityCriteriaView = z.strictObject({
  /** Null while nobody has written any. */
  place: z.enum(CRITERIA_PLACES).nullable(),
  criteria: severityCriteriaInput.shape.criteria,
  /** Row version of the entity's own, for If-Match; 0 when it has none. */
  version: z.int(),
  /** Row version of the organisation's. */
  organisationVersion: z.int(),
  /** Whether this caller may write them for the whole organisation. */
  mayEditOrganisation: z.boolean(),
});

/** What {@link severityCriteriaView} lets through. @public */
export type SeverityCriteriaView = z.output<typeof severityCriteriaView>;

/**
 * Finds the criteria that count: the entity's own, else the nearest above it.
 *
 * @param sources - in any order; an empty list of criteria says nothing
 * @public
 */
export function resolveCriteria<
  T extends { place: CriteriaPlace; criteria: readonly unknown[] },
>(sources: readonly T[]): T | undefined {
  return CRITERIA_PLACES.flatMap(place =>
    sources.filter(one => one.place === place && one.criteria.length > 0),
  )[0];
}
