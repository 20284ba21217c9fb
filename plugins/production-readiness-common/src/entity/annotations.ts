/**
 * The annotations that this project reads from `catalog-info.yaml`.
 *
 * @public
 */
export const ANNOTATIONS = {
  /** `"1"` critical, `"2"` standard, `"3"` experimental. */
  tier: 'production-readiness.io/tier',
  /** `design`, `pre-production` or `general-availability`. */
  phase: 'production-readiness.io/phase',
  /** Reference of the User who answers for the product. */
  productOwner: 'production-readiness.io/product-owner',
  /** Reference of the User who answers for the technology. */
  cto: 'production-readiness.io/cto',
  /** `"true"` when the entity stores personal data. */
  storesPersonalData: 'production-readiness.io/stores-personal-data',
} as const;
