import { z } from 'zod';
import { SATISFACTIONS } from './advice';
import { ownerRoleSchema } from './owners';
import { SIGNATURE_MEANINGS, signerRoleSchema } from './signaturePolicy';
import { SLO_VERSION_STATES } from './state';

// What the API answers about any signed document: SLOs and error-budget
// policies. Moments are milliseconds since the epoch, people are canonical
// User references.

/** A person as the screens name them. @public */
export const personView = z.strictObject({
  userRef: z.string(),
  /** Name as the catalog knows it; the reference when it does not. */
  name: z.string(),
});

/** What {@link personView} lets through. @public */
export type PersonView = z.output<typeof personView>;

/** One signature, as it was given. @public */
export const signatureView = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  contentDigest: z.string(),
  meaning: z.enum(SIGNATURE_MEANINGS),
  signer: personView,
  role: signerRoleSchema,
  /** The holder of the role for whom it was given, by a delegation. */
  onBehalfOf: personView.nullable(),
  signedAt: z.int(),
  /** How content the signer was, when reviewing; null when not asked. */
  satisfaction: z.enum(SATISFACTIONS).nullable(),
  reason: z.string().nullable(),
  shownDigest: z.string(),
});

/** What {@link signatureView} lets through. @public */
export type SignatureView = z.output<typeof signatureView>;

/** What every version of a signed document has. */
export const signedVersionShape = {
  version: z.int(),
  state: z.enum(SLO_VERSION_STATES),
  contentDigest: z.string(),
  editor: personView,
  createdAt: z.int(),
  requestedAt: z.int().nullable(),
  /** What has to be said about it, and who said it. */
  requirements: z.array(
    z.strictObject({
      kind: z.enum(['approval', 'technical-review']),
      roles: z.array(ownerRoleSchema),
      met: z.boolean(),
      by: z.array(z.string()),
    }),
  ),
  /** Of what a signer sees; goes with the signature. */
  shownDigest: z.string(),
  /** What this caller may say about this version now. */
  decisions: z.array(z.enum(SIGNATURE_MEANINGS)),
  /** In which role, and for whom, this caller would agree; null when not. */
  actingAs: z
    .strictObject({
      role: signerRoleSchema,
      onBehalfOf: personView.nullable(),
    })
    .nullable(),
  /** Whether this caller may ask for signatures on it now. */
  requestable: z.boolean(),
};

const signedVersion = z.strictObject(signedVersionShape);

/** What the screens need of a version to let somebody decide on it. @public */
export type SignedVersionView = z.output<typeof signedVersion>;

/** What every line of a history has. */
export const versionLineShape = {
  version: z.int(),
  state: z.enum(SLO_VERSION_STATES),
  contentDigest: z.string(),
  editor: personView,
  createdAt: z.int(),
  requestedAt: z.int().nullable(),
};
