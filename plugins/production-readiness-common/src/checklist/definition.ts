import { z } from 'zod';
import {
  checklistDocumentSchema,
  checklistItemSchema,
  type ChecklistDocument,
  type ChecklistItem,
} from './document';
import { FACT_ROOTS, factRootsOf } from './predicate';

/**
 * An item as a screen needs it: all words and rules of time, no predicates.
 *
 * @public
 */
export const checklistItemDefinitionSchema = checklistItemSchema
  .omit({ check: true, appliesTo: true, expires: true })
  .extend({
    /** The facts that its check reads: where a mend would show. */
    reads: z.array(z.enum(FACT_ROOTS)),
  });

/** What {@link checklistItemDefinitionSchema} lets through. @public */
export type ChecklistItemDefinition = z.output<
  typeof checklistItemDefinitionSchema
>;

/**
 * A checklist as a screen needs it. It changes only with its digest, so a
 * client may keep it for as long as the digest stays.
 *
 * @public
 */
export const checklistDefinitionSchema = checklistDocumentSchema
  .pick({
    id: true,
    version: true,
    title: true,
    description: true,
    phases: true,
    levels: true,
    sections: true,
    sources: true,
    startHere: true,
  })
  .extend({
    /** sha-256 of the canonical document, in hexadecimal. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    items: z.array(checklistItemDefinitionSchema),
  });

/** What {@link checklistDefinitionSchema} lets through. @public */
export type ChecklistDefinition = z.output<typeof checklistDefinitionSchema>;

/**
 * What a screen is sent of a checklist.
 *
 * @param digest - sha-256 of the canonical document, in hexadecimal
 * @public
 */
export function toChecklistDefinition(
  document: ChecklistDocument,
  digest: string,
): ChecklistDefinition {
  const { id, version, title, description } = document;
  const { phases, levels, sections, sources, startHere } = document;
  return {
    id,
    version,
    digest,
    title,
    description,
    phases,
    levels,
    sections,
    sources,
    startHere,
    items: document.items.map(toItemDefinition),
  };
}

/** What a screen is sent of an item. @public */
export function toItemDefinition(item: ChecklistItem): ChecklistItemDefinition {
  const { check, appliesTo, expires, ...definition } = item;
  return { ...definition, reads: factRootsOf(check) };
}
