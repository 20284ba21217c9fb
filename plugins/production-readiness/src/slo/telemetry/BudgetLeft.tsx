import { type SloView } from '@prodready/backstage-plugin-production-readiness-common';
import { MeasuredBudget } from './MeasuredBudget';
import { Suggestions } from './Suggestions';
import { useTelemetry } from './useTelemetry';

/**
 * How much of the error budget is left, as it was measured last, and whether
 * what runs is what was signed. Nothing where no monitoring is connected.
 *
 * @internal
 */
export function BudgetLeft({ slo }: { slo: SloView }) {
  const { data } = useTelemetry(slo.entityRef);
  const telemetry = data?.slos.find(one => one.sloId === slo.id);
  if (!data || !telemetry) return null;
  if (telemetry.state === 'unbound') {
    return telemetry.suggestions.length > 0 ? (
      <Suggestions slo={slo} telemetry={telemetry} />
    ) : null;
  }
  return (
    <MeasuredBudget
      slo={slo}
      telemetry={telemetry}
      state={telemetry.state}
      now={data.asOf}
      mayBind={data.mayBind}
    />
  );
}
