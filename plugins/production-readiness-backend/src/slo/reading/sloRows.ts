import {
  DelegationFact,
  OwnerRole,
  responseOfSeverity,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  AlertRecord,
  CriteriaRecord,
  DocumentRecord,
  JourneyRecord,
  NamedSpanRecord,
  NeedRecord,
  PlaceRecord,
  QuestionRecord,
  RuleRecord,
  SetOwnerRecord,
  SignatureRecord,
  SloRecord,
  SourceRecord,
  VersionRecord,
} from '../records';

// Parts of unlike tables come under one set of columns: what a column means is
// said by the functions below, one for each part.
/** A row of the statement. */
export interface SloRow {
  part:
    | 'slo'
    | 'version'
    | 'signature'
    | 'journey'
    | 'alert'
    | 'criteria'
    | 'need'
    | 'owner'
    | 'source'
    | 'delegation'
    | 'question'
    | 'running'
    | 'rule'
    | 'policy'
    | 'policy_version'
    | 'policy_signature'
    | 'named'
    | 'place'
    | 'now';
  parent: string | number;
  id: string | number;
  n: number;
  at: string | number | null;
  other_at: string | number | null;
  key: string | null;
  digest: string | null;
  ref: string | null;
  name: string | null;
  role: string | null;
  word: string | null;
  body: string | null;
  extra: string | null;
  behalf: string | null;
  link: string | null;
}

/** An SLO, without what belongs to it. */
export function toSlo(row: SloRow): SloRecord {
  return {
    id: String(row.id),
    publicId: row.key ?? '',
    entityId: String(row.parent),
    version: Number(row.n),
    editorial: {
      ...(row.body === null ? { labels: {}, links: [] } : JSON.parse(row.body)),
      version: Number(row.at),
    },
    rules: [],
    versions: [],
    signatures: [],
    questions: [],
  };
}

export function toVersion(row: SloRow): VersionRecord {
  return {
    version: Number(row.n),
    createdAt: Number(row.at),
    requestedAt: row.other_at === null ? null : Number(row.other_at),
    target: row.key ?? '',
    contentDigest: row.digest ?? '',
    editorRef: row.ref ?? '',
    editorName: row.name ?? '',
    accountableOwner: row.extra
      ? {
          userRef: row.extra,
          role: row.role as OwnerRole,
        }
      : null,
    reviewCadence: row.word as VersionRecord['reviewCadence'],
    content: row.body ?? undefined,
  };
}

export function toSignature(row: SloRow): SignatureRecord {
  return {
    publicId: row.key ?? '',
    version: Number(row.n),
    contentDigest: row.digest ?? '',
    meaning: row.word as SignatureRecord['meaning'],
    signerRef: row.ref ?? '',
    signerName: row.name ?? '',
    role: row.role as SignatureRecord['role'],
    signedAt: Number(row.at),
    satisfaction: satisfactionOf(row.other_at),
    reason: row.body,
    shownDigest: row.extra ?? '',
    ...(row.behalf !== null && {
      onBehalfOf: row.behalf,
      delegationId: row.link ?? undefined,
    }),
  };
}

export function toQuestion(row: SloRow): QuestionRecord {
  return {
    publicId: row.key ?? '',
    version: Number(row.n),
    askerRef: row.ref ?? '',
    askerName: row.name ?? '',
    askedAt: Number(row.at),
    text: row.body ?? '',
    answererRef: row.behalf ?? '',
    answererName: row.role ?? '',
    answeredAt: Number(row.other_at ?? 0),
    answer: row.extra,
    readAt: row.digest === null ? null : Number(row.digest),
  };
}

export function toDelegation(row: SloRow): DelegationFact {
  return {
    publicId: row.key ?? '',
    delegatorRef: row.ref ?? '',
    delegateRef: row.behalf ?? '',
    scopeRef: row.extra,
    validUntil: Number(row.at),
    revokedAt: row.other_at === null ? null : Number(row.other_at),
  };
}

/** A number in the statement, since only that column is free there. */
function satisfactionOf(value: SloRow['other_at']) {
  if (value === null) return null;
  return Number(value) === 1 ? ('high' as const) : ('low' as const);
}

export function toJourney(row: SloRow): JourneyRecord {
  return {
    id: String(row.id),
    publicId: row.key ?? '',
    entityId: String(row.parent),
    title: row.name ?? '',
    ...(row.body !== null && { text: row.body }),
    kind: row.role as JourneyRecord['kind'],
    importance: row.word as JourneyRecord['importance'],
    beneficiary: row.ref ?? '',
    version: Number(row.n),
  };
}

export function toAlert(row: SloRow): AlertRecord {
  return {
    rowId: String(row.id),
    id: row.key ?? '',
    entityId: String(row.parent),
    sloId: row.digest,
    name: row.name ?? '',
    severity: row.role ?? '',
    response: row.word as AlertRecord['response'],
    runbookUrl: row.body,
    editorRef: row.ref ?? '',
    createdAt: Number(row.at),
    reviewedAt: row.other_at === null ? null : Number(row.other_at),
    review: row.extra === null ? null : JSON.parse(row.extra),
    version: Number(row.n),
  };
}

export function toRule(row: SloRow): RuleRecord {
  return {
    sloId: row.key ?? '',
    name: row.name ?? '',
    response: responseOfSeverity(row.role ?? ''),
    runbookUrl: row.body,
    firing: Number(row.n) === 1,
  };
}

export function toCriteria(row: SloRow): CriteriaRecord {
  return {
    entityId: String(row.id),
    criteria: JSON.parse(row.body ?? '[]'),
    version: Number(row.n),
  };
}

export function toNeed(row: SloRow): NeedRecord {
  return {
    entityId: String(row.id),
    reason: row.body,
    setBy: row.ref ?? '',
    setAt: Number(row.at),
    version: Number(row.n),
  };
}

export function toSetOwner(row: SloRow): SetOwnerRecord {
  return {
    entityId: String(row.parent),
    role: row.role as SetOwnerRecord['role'],
    userRef: row.ref,
    version: Number(row.n),
  };
}

export function toSource(row: SloRow): SourceRecord {
  const kept = JSON.parse(row.body ?? '{}');
  return {
    entityId: String(row.id),
    ref: row.ref ?? '',
    systemRef: row.key,
    domainRef: row.digest,
    annotations: kept.metadata?.annotations ?? {},
  };
}

/** A policy, without what belongs to it. */
export function toPolicy(row: SloRow): DocumentRecord {
  return {
    id: String(row.id),
    publicId: row.key ?? '',
    entityId: String(row.parent),
    version: Number(row.n),
    versions: [],
    signatures: [],
  };
}

export function toNamedSpan(row: SloRow): NamedSpanRecord {
  return {
    entityRef: row.key ?? '',
    role: row.role ?? '',
    by: row.word === 'annotation' ? 'annotation' : 'set',
    userRef: row.ref ?? '',
    from: Number(row.at),
    until: row.other_at === null ? null : Number(row.other_at),
    changedBy: row.extra,
    endedBy: row.behalf,
  };
}

export function toPlace(row: SloRow): PlaceRecord {
  return {
    entityId: String(row.parent),
    systemRef: row.key,
    domainRef: row.digest,
    from: Number(row.at),
    until: row.other_at === null ? null : Number(row.other_at),
  };
}
