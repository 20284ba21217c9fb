import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import {
  type OpenSloImportInput,
  openSloRoutes,
  type Progress,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey, useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { entityPath } from '../data/useSlos';
import { saveFile } from './saveFile';

/** Checks and imports OpenSLO documents. @internal */
export function useOpenSloImport() {
  const client = useReadinessClient();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const call = async (body: OpenSloImportInput) => {
    const answer = await client.call(openSloRoutes.importOpenSlo, {
      body,
      idempotencyKey: body.dryRun ? undefined : newActionKey(),
      onProgress: setProgress,
    });
    return answer.body;
  };
  const check = useWrite({
    mutationFn: (input: OpenSloImportInput) => call({ ...input, dryRun: true }),
  });
  const run = useWrite({
    mutationFn: (input: OpenSloImportInput) => call(input),
    onMutate: () => setProgress(undefined),
    onSuccess: () => {
      queries.invalidateQueries();
    },
  });
  return { check, run, progress };
}

/** Saves SLOs as a file: of one entity, or all that the person may see. @internal */
export function useOpenSloExport(entityRef: string | undefined) {
  const client = useReadinessClient();
  return useWrite({
    mutationFn: async () => {
      if (entityRef === undefined) {
        const { body } = await client.call(openSloRoutes.exportOpenSlo);
        saveFile('slos.yaml', body);
        return;
      }
      const params = entityPath(entityRef);
      const { body } = await client.call(openSloRoutes.exportEntityOpenSlo, {
        params,
      });
      saveFile(`${params.name}-slos.yaml`, body);
    },
  });
}
