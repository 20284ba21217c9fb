import { z } from 'zod';
import { httpUrl } from '../api/text';
import type { DocumentProblemCode } from './documentProblems';
import { localizedText } from './localizedText';
import { factPredicate } from './predicate';

/**
 * The phases of an entity's life, in order. An item belongs to the phase whose
 * review asks for it first.
 *
 * @public
 */
export const PHASES = [
  'design',
  'pre-production',
  'general-availability',
] as const;

/** One of {@link PHASES}. @public */
export type Phase = (typeof PHASES)[number];

/** 1 critical, 2 standard, 3 experimental. @public */
export const TIERS = [1, 2, 3] as const;

/** One of {@link TIERS}. @public */
export type Tier = (typeof TIERS)[number];

/** Who answers an item: people, facts, or both together. @public */
export const ITEM_KINDS = ['manual', 'automatic', 'hybrid'] as const;

/** One of {@link ITEM_KINDS}. @public */
export type ItemKind = (typeof ITEM_KINDS)[number];

/**
 * How much an item counts; a missing one of high weight blocks a release.
 *
 * @public
 */
export const WEIGHTS = ['high', 'normal'] as const;

/** One of {@link WEIGHTS}. @public */
export type Weight = (typeof WEIGHTS)[number];

/** Says what is wrong by its code, which the reader of a document turns into words. */
const problem = (code: DocumentProblemCode) => code;

/** `OWN-1`: the prefix of the section and a number. */
const itemId = z.string().regex(/^[A-Z][A-Z0-9]{1,7}-[1-9][0-9]{0,2}$/, {
  error: problem('not_item_id'),
});

const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: problem('not_slug'),
});

/** `1.0.0` or a date: for people; the digest is what is pinned. */
const versionText = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$/, {
  error: problem('not_version'),
});

/**
 * How long an answer counts: a number of days, `live` (recomputed from facts)
 * or `never` (does not expire).
 *
 * @public
 */
export const reattestDays = z.union(
  [z.number().int().min(1).max(3650), z.literal(['live', 'never'])],
  { error: problem('not_reattest_days') },
);

/** Days for which an answer counts, `live` or `never`. @public */
export type ReattestDays = z.output<typeof reattestDays>;

/** A day, from 00:00 UTC. */
const day = z.iso.date({ error: problem('not_day') });

/**
 * One item of a checklist.
 *
 * `check` is what an automatic item asks of the facts, and what a hybrid item
 * asks before a person's confirmation counts. Where `precondition` is
 * `or-statement`, a person's statement may stand in for a fact that is not
 * there ("there are no dependencies"): the failing check is then shown as a
 * hint and neither fails nor regresses the item.
 *
 * `expires` makes an automatic item wear out at a moment that a fact names: at
 * that moment it is due, and `graceDays` later it has lapsed.
 *
 * @public
 */
export const checklistItemSchema = z.strictObject({
  id: itemId,
  section: slug,
  /** What is really checked. */
  title: localizedText(120),
  /** Why it matters, two sentences. */
  why: localizedText(400),
  /** What threatens while it is missing, as a blocker is worded. */
  risk: localizedText(160),
  /** How to get there. */
  how: localizedText(800),
  /** What evidence counts. */
  evidence: localizedText(400),
  phase: z.enum(PHASES),
  /** The tiers where it is required; elsewhere it is optional. */
  tiers: z.array(z.literal([...TIERS])).max(TIERS.length),
  weight: z.enum(WEIGHTS),
  kind: z.enum(ITEM_KINDS),
  reattestDays,
  check: factPredicate.optional(),
  precondition: z.enum(['required', 'or-statement']).optional(),
  expires: z
    .strictObject({
      /** Path in the fact document to an instant in milliseconds. */
      at: z.string().regex(/^(slo|toil)\.[A-Za-z]+$/, {
        error: problem('not_instant'),
      }),
      graceDays: z.number().int().min(0).max(365),
    })
    .optional(),
  /** The entities it is about; all when left out. */
  appliesTo: factPredicate.optional(),
  /**
   * Where an accepted answer may be taken over from: the System, the Domain,
   * and the Group at the top of the owner's hierarchy. The nearest wins.
   */
  inheritable: z
    .array(z.enum(['system', 'domain', 'group']))
    .min(1)
    .optional(),
  /** Until this day (UTC) the item is upcoming and not required. */
  startsAt: day.optional(),
  sources: z.array(z.string().min(1).max(8)).max(12).default([]),
});

/** What {@link checklistItemSchema} lets through. @public */
export type ChecklistItem = z.output<typeof checklistItemSchema>;

const checklistSectionSchema = z.strictObject({
  id: slug,
  title: localizedText(60),
});

/** A group of items by their subject, with its title. @public */
export type ChecklistSection = z.output<typeof checklistSectionSchema>;

const checklistPhaseSchema = z.strictObject({
  id: z.enum(PHASES),
  title: localizedText(60),
});

/** A phase of an entity's life, with its title. @public */
export type ChecklistPhase = z.output<typeof checklistPhaseSchema>;

/**
 * A level is reached when every required item of its phases is satisfied.
 * Levels are declared from the lowest to the highest.
 */
const checklistLevelSchema = z.strictObject({
  id: slug,
  title: localizedText(60),
  phases: z.array(z.enum(PHASES)).min(1),
});

/** A level and the phases whose items it takes. @public */
export type ChecklistLevel = z.output<typeof checklistLevelSchema>;

const checklistSourceSchema = z.strictObject({
  id: z.string().min(1).max(8),
  title: z.string().min(1).max(160),
  url: httpUrl.optional(),
});

/** Where an idea of the checklist comes from. @public */
export type ChecklistSource = z.output<typeof checklistSourceSchema>;

/**
 * A checklist as it is written in YAML, without the rules that span several
 * parts (`parseChecklistDocument` holds those).
 *
 * @public
 */
export const checklistDocumentSchema = z.strictObject({
  apiVersion: z.literal('production-readiness.io/v1', {
    error: problem('not_api_version'),
  }),
  kind: z.literal('Checklist', { error: problem('not_kind') }),
  id: slug,
  version: versionText,
  title: localizedText(80),
  description: localizedText(400),
  /** The entities that this checklist is for; the first that matches counts. */
  appliesTo: factPredicate.optional(),
  phases: z.array(checklistPhaseSchema).min(1),
  levels: z.array(checklistLevelSchema).min(1).max(9),
  sections: z.array(checklistSectionSchema).min(1).max(40),
  sources: z.array(checklistSourceSchema).max(40).default([]),
  /** Ids put forward first for a team that is new to this. */
  startHere: z.array(itemId).max(40).default([]),
  /** What a lifecycle or a type narrows the checklist to. */
  only: z
    .strictObject({
      /** Required of a deprecated entity: exactly these, whatever the tier. */
      deprecated: z.array(itemId).optional(),
      /** By `spec.type`: no other item applies to such an entity. */
      types: z.record(z.string().min(1).max(63), z.array(itemId)).default({}),
    })
    .default({ types: {} }),
  items: z.array(checklistItemSchema).min(1).max(500),
});

/** What {@link checklistDocumentSchema} lets through. @public */
export type ChecklistDocument = z.output<typeof checklistDocumentSchema>;

/**
 * When an item starts to be asked for.
 *
 * @returns milliseconds since the epoch, or undefined when it always was
 * @public
 */
export function itemStartsAt(
  item: Pick<ChecklistItem, 'startsAt'>,
): number | undefined {
  return item.startsAt === undefined
    ? undefined
    : Date.parse(`${item.startsAt}T00:00:00Z`);
}
