import { DEMO_SLOS, demoSloId } from '../telemetry/demoSlos';
import { World } from './World';

/** The past is read for so many newly bound SLOs at once. */
const AT_ONCE = 5;

/**
 * Says which SLOs the demo's monitoring measures, as people would on the SLO
 * page, and collects what it knows of them.
 */
export async function connectTelemetry(world: World): Promise<void> {
  const { binding, reading, telemetry } = world.readiness.slo;
  const { signal } = new AbortController();
  // What was never seen to run can't be bound.
  await telemetry.run(signal);
  const bound = DEMO_SLOS.filter(one => one.boundBy !== undefined);
  for (const slo of bound) {
    const who = world.person(`user:default/${slo.boundBy}`);
    const page = await reading.entity(who, world.component(slo.service));
    await binding.bind(
      who,
      page.slos[0].id,
      { provider: 'demo', externalId: demoSloId(slo) },
      0,
    );
  }
  for (let done = 0; done < bound.length; done += AT_ONCE) {
    await telemetry.run(signal);
  }
}
