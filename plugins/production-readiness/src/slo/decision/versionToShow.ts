import { type SignedVersionView } from '@prodready/backstage-plugin-production-readiness-common';

/**
 * The version that was asked for while it can be decided on; else the newest.
 *
 * @internal
 */
export function versionToShow<Version extends SignedVersionView>(
  slo: Record<'proposal' | 'inForce' | 'retired', Version | null>,
  wanted: number | undefined,
): Version | undefined {
  const candidates = [slo.proposal, slo.inForce, slo.retired].filter(
    (one): one is Version => one !== null,
  );
  // A dispute is decided on what is in force, whatever is proposed beside it.
  const disputed = slo.inForce?.decisions.includes('uphold')
    ? slo.inForce
    : undefined;
  return (
    candidates.find(one => one.version === wanted) ?? disputed ?? candidates[0]
  );
}
