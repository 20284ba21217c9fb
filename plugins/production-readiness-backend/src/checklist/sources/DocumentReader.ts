import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  resolvePackagePath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ChecklistDocumentError } from '../document/ChecklistDocumentError';
import { LoadedChecklist, readChecklist } from '../document/readChecklist';
import { ChecklistTarget } from './config';

/** A host that does not answer must not hold up the others for ever. */
const URL_TIMEOUT = 30_000;

/** The path of the document that serves when none is configured. */
export function defaultChecklistFile(): string {
  return resolvePackagePath(
    '@prodready/backstage-plugin-production-readiness-backend',
    'checklists',
    'default.yaml',
  );
}

/** What became of looking at a target. */
export type ReadResult =
  /** It is as it was when it was looked at last. */
  | { kind: 'unchanged' }
  | { kind: 'read'; checklist: LoadedChecklist }
  | { kind: 'failed'; error: SourceError };

/** Why a document can't be used, for whoever mends it. */
export interface SourceError {
  message: string;
  /** Empty when it could not be read at all. */
  issues: ChecklistDocumentError['issues'];
}

/** Reads one document, again and again; remembers what it saw last. */
export class DocumentReader {
  private etag?: string;
  private lastSeen?: string;

  constructor(
    readonly target: ChecklistTarget,
    private readonly urlReader?: Pick<UrlReaderService, 'readUrl'>,
  ) {}

  /** Looks at the document; never throws. */
  async read(): Promise<ReadResult> {
    try {
      const text = await this.text().catch(error => {
        // Whatever comes after an outage is news.
        this.etag = undefined;
        this.lastSeen = undefined;
        throw error;
      });
      if (text === undefined) return { kind: 'unchanged' };
      const seen = createHash('sha256').update(text).digest('hex');
      if (seen === this.lastSeen) return { kind: 'unchanged' };
      this.lastSeen = seen;
      return {
        kind: 'read',
        checklist: readChecklist(this.target.target, text),
      };
    } catch (error) {
      return { kind: 'failed', error: toSourceError(error, this.target) };
    }
  }

  /** Undefined when the host says that nothing changed. */
  private async text(): Promise<string | undefined> {
    const { type, target } = this.target;
    if (type === 'default') return readFile(defaultChecklistFile(), 'utf8');
    if (type === 'file') return readFile(target, 'utf8');
    if (!this.urlReader) {
      throw new Error('This process has no URL reader');
    }
    try {
      const answer = await this.urlReader.readUrl(target, {
        etag: this.etag,
        signal: AbortSignal.timeout(URL_TIMEOUT),
      });
      const text = (await answer.buffer()).toString('utf8');
      this.etag = answer.etag;
      return text;
    } catch (error) {
      if (error instanceof Error && error.name === 'NotModifiedError') {
        return undefined;
      }
      throw error;
    }
  }
}

function toSourceError(error: unknown, { target }: ChecklistTarget) {
  if (error instanceof ChecklistDocumentError) {
    return { message: error.message, issues: error.issues };
  }
  const why = error instanceof Error ? error.message : String(error);
  return {
    message: `${target} can't be read: ${why}. Check that it exists, and for a URL that backend.reading.allow or an integration names its host.`,
    issues: [],
  };
}
