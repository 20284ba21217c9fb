import { useSlo } from '../data/useSlos';
import { useSloWrites } from '../data/useSloWrites';
import { useSignedDecision } from './useSignedDecision';
import { versionToShow } from './versionToShow';

/** Reading an SLO and deciding on it. @internal */
export function useDecision(sloId: string, wanted: number | undefined) {
  const query = useSlo(sloId);
  const { sign } = useSloWrites(sloId);
  return useSignedDecision(
    { query, sign, versionOf: page => versionToShow(page.slo, wanted) },
    wanted,
  );
}
