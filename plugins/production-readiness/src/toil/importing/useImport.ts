import { useState } from 'react';
import {
  type ImportReport,
  ReadinessResponseError,
  toilRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useQueryClient } from '@tanstack/react-query';
import { newActionKey, useReadinessClient } from '../../api';
import { type GroupName } from '../useTeamToil';

/** What is asked of the server beside the file. @internal */
export interface ImportChoices {
  /** As JSON; see the mapping of the import route. */
  mapping?: string;
  skipRejected: boolean;
}

/** Where an import is. @internal */
export type ImportStep =
  | { at: 'choose' }
  | { at: 'checking' | 'importing'; rows: number; of: number }
  | { at: 'checked' | 'imported'; report: ImportReport }
  | { at: 'failed'; error: unknown };

/**
 * Sends a file: first to be checked, then to be imported. Figures and lists
 * follow.
 *
 * @internal
 */
export function useImport(group: GroupName) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  const [step, setStep] = useState<ImportStep>({ at: 'choose' });

  const send = async (file: Blob, choices: ImportChoices, dryRun: boolean) => {
    const at = dryRun ? 'checking' : 'importing';
    setStep({ at, rows: 0, of: 0 });
    try {
      const { body } = await client.call(toilRoutes.importToil, {
        params: group,
        query: {
          ...(choices.mapping && { mapping: choices.mapping }),
          dryRun: dryRun ? 'true' : 'false',
          skipRejected: choices.skipRejected ? 'true' : 'false',
        },
        file,
        idempotencyKey: newActionKey(),
        onProgress: ({ done, total }) => setStep({ at, rows: done, of: total }),
      });
      setStep({ at: dryRun ? 'checked' : 'imported', report: body });
    } catch (error) {
      const report = reportOf(error);
      // Between checking and importing the team may have split a week.
      setStep(report ? { at: 'checked', report } : { at: 'failed', error });
      return;
    }
    if (!dryRun) {
      await queries.invalidateQueries({
        queryKey: ['toil', group.namespace, group.name],
      });
    }
  };
  return { step, send, reset: () => setStep({ at: 'choose' }) };
}

function reportOf(error: unknown): ImportReport | undefined {
  return error instanceof ReadinessResponseError &&
    error.code === 'IMPORT_REJECTED'
    ? (error.details?.report as ImportReport)
    : undefined;
}
