import {
  checklistDifferences,
  DraftImpact,
  DraftIssue,
  DraftValidation,
  itemStartsAt,
  readinessAdminPermission,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access';
import {
  ChecklistDocumentError,
  LoadedChecklist,
  readChecklist,
} from '../checklist/document';
import { ImpactPreview, ImpactDeps } from './ImpactPreview';

/** The name of a pasted document in messages. */
const FILE = 'draft.yaml';

/** Tries out checklist documents that are not in use. Stores nothing. */
export class Drafts {
  private readonly preview: ImpactPreview;

  constructor(private readonly deps: ImpactDeps) {
    this.preview = new ImpactPreview(deps);
  }

  /**
   * Says what is wrong with a draft, and what is different in it.
   *
   * @throws ReadinessError 403
   */
  async validate(caller: Caller, text: string): Promise<DraftValidation> {
    await this.authorize(caller);
    const draft = read(text);
    if ('issues' in draft) return { issues: draft.issues, checklist: null };
    const { document } = draft;
    const inUse = this.deps.registry.loaded.find(
      other => other.document.id === document.id,
    );
    const known = new Set(inUse?.document.items.map(({ id }) => id));
    const now = await this.deps.clock.now(this.deps.database.knex);
    return {
      issues: [],
      checklist: {
        id: document.id,
        version: document.version,
        title: document.title,
        items: document.items.length,
        atOnce: inUse
          ? document.items
              .filter(item => !known.has(item.id) && item.tiers.length > 0)
              .filter(item => (itemStartsAt(item) ?? 0) <= now)
              .map(item => item.id)
          : [],
        replaces: inUse?.digest ?? null,
        differences: inUse
          ? checklistDifferences(inUse.document, document)
          : null,
      },
    };
  }

  /**
   * Says what a draft would change.
   *
   * @throws ReadinessError 403, or 400 CHECKLIST_INVALID with what is wrong
   */
  async impact(
    caller: Caller,
    text: string,
    when: 'now' | 'started',
  ): Promise<DraftImpact> {
    await this.authorize(caller);
    const draft = read(text);
    if ('issues' in draft) {
      const [first] = draft.issues;
      throw ReadinessError.badInput(
        'CHECKLIST_INVALID',
        `The draft can't be used. Line ${first.line}, column ${first.column}: ${first.message}`,
        { field: 'body.text', details: { issues: draft.issues } },
      );
    }
    return this.preview.of(
      caller,
      when === 'started' ? withoutStarts(draft) : draft,
    );
  }

  private async authorize(caller: Caller): Promise<void> {
    await this.deps.access.authorize(caller, readinessAdminPermission);
  }
}

function read(text: string): LoadedChecklist | { issues: DraftIssue[] } {
  try {
    return readChecklist(FILE, text);
  } catch (error) {
    if (error instanceof ChecklistDocumentError) {
      return { issues: [...error.issues] };
    }
    throw error;
  }
}

/** The draft on the day when the last of its items has started. */
function withoutStarts(draft: LoadedChecklist): LoadedChecklist {
  return {
    ...draft,
    document: {
      ...draft.document,
      items: draft.document.items.map(({ startsAt, ...item }) => item),
    },
  };
}
