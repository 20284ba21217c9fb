import { z } from 'zod';
import { ITEM_STATES } from '../checklist/states';
import { ITEM_CHANGES } from './differences';

const moment = z.number().int();
const count = z.number().int().min(0);
const words = z.strictObject({ en: z.string(), ja: z.string() });
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** One thing that is wrong in a document, at a place in its text. @public */
export const draftIssueView = z.strictObject({
  /** From 1. */
  line: z.number().int(),
  /** From 1. */
  column: z.number().int(),
  /** Such as `items[3].title.ja`; empty for the whole document. */
  path: z.string(),
  /** What is wrong and what to write instead, in English. */
  message: z.string(),
  /** Which sentence that is; left out in what an earlier release noted. */
  code: z.string().optional(),
  /** The values in the sentence. */
  params: z.record(z.string(), z.string()).optional(),
});

/** What {@link draftIssueView} lets through. @public */
export type DraftIssue = z.output<typeof draftIssueView>;

/** A configured checklist, with how it stands. @public */
export const studioChecklistView = z.strictObject({
  /** Null when no version of it could ever be used. */
  id: z.string().nullable(),
  version: z.string().nullable(),
  digest: digest.nullable(),
  title: words.nullable(),
  description: words.nullable(),
  items: count,
  /** Since when this version is in use. */
  usedSince: moment.nullable(),
  /** Where it comes from; null for readers who may not change checklists. */
  target: z.string().nullable(),
  /** Entities that the caller may read and that it is the checklist of. */
  entities: count,
  /** Why a newer version is not in use. */
  error: z
    .strictObject({
      message: z.string(),
      since: moment,
      issues: z.array(draftIssueView),
    })
    .nullable(),
});

/** What {@link studioChecklistView} lets through. @public */
export type StudioChecklist = z.output<typeof studioChecklistView>;

/** A version that is or was in use. @public */
export const checklistVersionView = z.strictObject({
  digest,
  version: z.string(),
  firstUsedAt: moment,
  inUse: z.boolean(),
  items: count,
});

/** What {@link checklistVersionView} lets through. @public */
export type ChecklistVersion = z.output<typeof checklistVersionView>;

/** What two versions of a checklist do not have in common. @public */
export const differencesView = z.strictObject({
  fields: z.array(
    z.strictObject({
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  items: z.array(
    z.strictObject({
      itemId: z.string(),
      title: words,
      change: z.enum(ITEM_CHANGES),
      fields: z.array(
        z.strictObject({
          field: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
  ),
});

const teamUsage = z.strictObject({
  /** Null: teams that the caller may not read, or nobody, put together. */
  ownerRef: z.string().nullable(),
  entities: count,
  /** Entities that something blocks. */
  blocked: count,
  /** Entities by the level that they have reached. */
  levels: z.record(z.string(), count),
});

/** How teams stand with a checklist, as aggregates. @public */
export const checklistUsageView = z.strictObject({
  entities: count,
  levels: z.record(z.string(), count),
  /** Most entities first. */
  teams: z.array(teamUsage),
  /** Items by how many entities they block, most first. */
  blockers: z.array(z.strictObject({ itemId: z.string(), entities: count })),
  asOf: moment,
});

/** What {@link checklistUsageView} lets through. @public */
export type ChecklistUsage = z.output<typeof checklistUsageView>;

/** What is right or wrong with a draft. @public */
export const draftValidationView = z.strictObject({
  issues: z.array(draftIssueView),
  /** Null when there are issues. */
  checklist: z
    .strictObject({
      id: z.string(),
      version: z.string(),
      title: words,
      items: count,
      /** New items that would count from the first day. */
      atOnce: z.array(z.string()),
      /** The digest of the version in use; null when the id is new. */
      replaces: digest.nullable(),
      /** Against the version in use; null when the id is new. */
      differences: differencesView.nullable(),
    })
    .nullable(),
});

/** What {@link draftValidationView} lets through. @public */
export type DraftValidation = z.output<typeof draftValidationView>;

/** Entities put together by what a draft would do to them. @public */
export const impactCounts = z.strictObject({
  entities: count,
  /** With an item, the score or the level standing elsewhere. */
  changed: count,
  levelUp: count,
  levelDown: count,
  /** Something would block that does not now. */
  moreBlockers: count,
});

/** What {@link impactCounts} lets through. @public */
export type ImpactCounts = z.output<typeof impactCounts>;

const standing = z.strictObject({
  /** Null when no checklist would be for it. */
  checklistId: z.string().nullable(),
  level: z.string(),
  score: z.number().int().nullable(),
  blockers: count,
});

/** What a draft would do, if it were in use. @public */
export const draftImpactView = z.strictObject({
  total: impactCounts,
  /** Entities by level, before and after. */
  levels: z.array(
    z.strictObject({ level: z.string(), before: count, after: count }),
  ),
  /** Teams with a change, the most affected first. Null: nobody. */
  teams: z.array(impactCounts.extend({ ownerRef: z.string().nullable() })),
  /** Items whose state would change somewhere, most entities first. */
  items: z.array(
    z.strictObject({
      itemId: z.string(),
      title: words,
      entities: count,
      /** Entities where it would count no longer, or newly be missing. */
      worse: count,
      /** Entities where it would count newly, or no longer be missing. */
      better: count,
    }),
  ),
  /** The most affected ones, worst first. */
  entities: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      ownerRef: z.string().nullable(),
      before: standing,
      after: standing,
      items: z.array(
        z.strictObject({
          itemId: z.string(),
          /** Null where it does not concern the entity. */
          before: z.enum(ITEM_STATES).nullable(),
          after: z.enum(ITEM_STATES).nullable(),
        }),
      ),
    }),
  ),
  asOf: moment,
});

/** What {@link draftImpactView} lets through. @public */
export type DraftImpact = z.output<typeof draftImpactView>;
