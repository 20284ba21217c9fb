/**
 * OpenSLO has no field for an owner, a signature, a journey or a reason. What
 * has none is written into annotations of the document, under the domain of
 * this project, and read back from there.
 *
 * @public
 */
export const OPENSLO_ANNOTATIONS = {
  /** Which catalog entity the SLO is of; also read from a Service. */
  entityRef: 'production-readiness.io/entity-ref',
  /** JSON: title, text, kind, importance, beneficiary. */
  journey: 'production-readiness.io/journey',
  /** JSON of an indicator that OpenSLO can't express; `none`: not measured. */
  sli: 'production-readiness.io/sli',
  /** JSON: text, basis, evidenceUrls. */
  rationale: 'production-readiness.io/rationale',
  /** JSON: a list of what does not count, and why. */
  exclusions: 'production-readiness.io/exclusions',
  /** `aspirational`, `permissive` or `enforcing`. */
  enforcement: 'production-readiness.io/enforcement',
  /** JSON: id, version and digest of the error-budget policy. */
  policy: 'production-readiness.io/error-budget-policy',
  /** JSON: valuePerYear, currency. */
  businessImpact: 'production-readiness.io/business-impact',
  /** `product-owner` or `cto`. */
  accountableRole: 'production-readiness.io/accountable-role',
  /** `quarterly`, `half-yearly` or `yearly`. */
  reviewCadence: 'production-readiness.io/review-cadence',
  /** The User who answers for the number. Written, never read back. */
  accountableOwner: 'production-readiness.io/accountable-owner',
  /** `in_force`, `draft` and so on. Written, never read back. */
  state: 'production-readiness.io/state',
  /** JSON: who agreed, when. Written, never read back: nobody signs by file. */
  signatures: 'production-readiness.io/signatures',
  /** The short window beside an alert's long one. Written, never read back. */
  shortWindow: 'production-readiness.io/short-window',
} as const;

/** What an export keeps in an annotation, since OpenSLO has no field for it. @public */
export type OpenSloAnnotation = keyof typeof OPENSLO_ANNOTATIONS;
