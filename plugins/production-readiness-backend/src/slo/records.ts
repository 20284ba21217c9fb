import {
  AlertFact,
  AlertRule,
  CriteriaPlace,
  EditorialView,
  NamedSpan,
  PlaceSpan,
  OwnerRole,
  Satisfaction,
  SeverityCriteriaInput,
  SignatureMeaning,
  SignatureFact,
  VersionFact,
} from '@prodready/backstage-plugin-production-readiness-common';
import { StoredReview } from './AlertStore';

// Rows as the rest of the feature sees them. Moments are milliseconds since
// the epoch; `id` is the database's, `publicId` the one that the API shows.

/** A version of an SLO's content. */
export interface VersionRecord extends VersionFact {
  /** Canonical text; undefined when it was not asked for. */
  content?: string;
  /** Of an SLO. */
  target: string;
  editorName: string;
  createdAt: number;
}

/** A signature. */
export interface SignatureRecord extends SignatureFact {
  satisfaction: Satisfaction | null;
  publicId: string;
  signerName: string;
  reason: string | null;
  shownDigest: string;
  delegationId?: string;
}

/** A question about an SLO. */
export interface QuestionRecord {
  publicId: string;
  version: number;
  askerRef: string;
  askerName: string;
  askedAt: number;
  text: string;
  answererRef: string;
  answererName: string;
  answeredAt: number;
  /** Null while nobody has answered; then the fields above are empty. */
  answer: string | null;
  readAt: number | null;
}

/** A signed document with its versions and signatures, each in their order. */
export interface DocumentRecord {
  id: string;
  publicId: string;
  entityId: string;
  version: number;
  versions: VersionRecord[];
  signatures: SignatureRecord[];
}

/** An SLO, with its questions in their order. */
export interface SloRecord extends DocumentRecord {
  editorial: EditorialView;
  /** The target that monitoring works with, in percent; absent: not known. */
  running?: string;
  /** What monitoring runs for it. */
  rules: RuleRecord[];
  questions: QuestionRecord[];
}

/** A time in which an entity itself named somebody for a role. */
export interface NamedSpanRecord extends NamedSpan {
  entityRef: string;
}

/** A time in which an entity was part of a System and a Domain. */
export interface PlaceRecord extends PlaceSpan {
  entityId: string;
}

/** A journey. */
export interface JourneyRecord {
  id: string;
  publicId: string;
  entityId: string;
  title: string;
  text?: string;
  kind: 'user' | 'machine';
  importance: 'critical' | 'important' | 'normal';
  beneficiary: string;
  version: number;
}

/** An alert; `id` is the public one. */
export interface AlertRecord extends AlertFact {
  /** The database's id. */
  rowId: string;
  entityId: string;
  severity: string;
  editorRef: string;
  review: StoredReview | null;
  version: number;
}

/** An alert rule that monitoring was found to run for an SLO. */
export interface RuleRecord extends AlertRule {
  firing: boolean;
}

/** In place of an entity's id, for what the whole organisation says. */
export const ORGANISATION = '0';

/** Whether an entity needs an SLO, as somebody decided. */
export interface NeedRecord {
  entityId: string;
  /** Why none is needed; null: that was taken back. */
  reason: string | null;
  setBy: string;
  setAt: number;
  version: number;
}

/** How severities are told apart, where it was written. */
export interface CriteriaRecord {
  entityId: string;
  criteria: SeverityCriteriaInput['criteria'];
  version: number;
}

/** The same as an entity sees it. */
export interface CriteriaSource extends CriteriaRecord {
  place: CriteriaPlace;
}

/** An owner that was set here. */
export interface SetOwnerRecord {
  entityId: string;
  role: OwnerRole;
  userRef: string | null;
  version: number;
}

/** What the directory knows of an entity, as far as owners need it. */
export interface SourceRecord {
  entityId: string;
  ref: string;
  systemRef: string | null;
  domainRef: string | null;
  annotations: Record<string, string>;
}

/** A signature that is about to be added. */
export interface NewSignature {
  documentId: string;
  publicId: string;
  version: number;
  contentDigest: string;
  meaning: SignatureMeaning;
  signerRef: string;
  signerName: string;
  role: SignatureFact['role'];
  onBehalfOf?: string;
  delegationId?: string;
  signedAt: number;
  reason: string | null;
  shown: string;
  satisfaction: Satisfaction | null;
  shownDigest: string;
}
