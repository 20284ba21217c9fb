/**
 * Where SLOs are kept in the shared cache.
 *
 * @internal
 */
export const sloKeys = {
  all: ['slo'],
  entity: (entityRef: string) => ['slo', 'entity', entityRef],
  slo: (sloId: string) => ['slo', 'slo', sloId],
  policy: (policyId: string) => ['slo', 'policy', policyId],
};
