import {
  ChecklistDocument,
  DAY,
  Evidence,
  Language,
  localize,
  ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ReviewSnapshot } from '../snapshot';
import { DOCUMENT_WORDS } from './words';

/** A cell: words, or a link. */
export type Cell = { text: string; url?: string };

/** A table with a heading. */
export interface DocumentTable {
  title: string;
  columns: string[];
  rows: Cell[][];
}

/** What a review document says, before it has a form. */
export interface DocumentContent {
  language: Language;
  title: string;
  facts: [string, string][];
  tables: DocumentTable[];
  footer: string;
}

/** What a document is made from. */
export interface DocumentSource {
  review: ReviewView;
  checklist: ChecklistDocument;
  snapshot: ReviewSnapshot;
  /** The present; milliseconds. */
  now: number;
}

/** Puts into words what an auditor asks of a review. */
export function contentOf(
  { review, checklist, snapshot, now }: DocumentSource,
  language: Language,
): DocumentContent {
  const words = DOCUMENT_WORDS[language];
  const phase = checklist.phases.find(({ id }) => id === review.phase);
  const person = (name: string | undefined, at: number | null) =>
    name === undefined ? '' : `${name}, ${moment(at)}`;
  const facts: [string, string][] = [
    [words.entity, `${review.entityTitle} (${review.entityRef})`],
    [words.phase, phase ? localize(phase.title, language) : review.phase],
    [words.result, words.standings[review.standing]],
    [words.decidedFor, words.modes[review.mode]],
    [words.opened, person(review.openedBy.name, review.openedAt)],
    [words.submitted, person(review.submittedBy?.name, review.submittedAt)],
    [words.decided, person(review.decidedBy?.name, review.decidedAt)],
    [
      words.validUntil,
      review.decidedAt === null
        ? ''
        : moment(review.validUntil) || words.forGood,
    ],
    [words.trafficCap, review.trafficCap ?? ''],
    [words.waited, `${(review.waited / DAY).toFixed(1)} ${words.days}`],
    [words.note, review.note ?? ''],
    [words.comment, review.comment ?? ''],
    [
      words.checklist,
      `${localize(checklist.title, language)} ${checklist.version}, sha-256 ${
        review.checklistDigest
      }`,
    ],
  ];
  return {
    language,
    title: `${words.heading}: ${review.entityTitle}`,
    facts: facts.filter(([, value]) => value !== ''),
    tables: [
      ...conditionsOf(review, language),
      ...itemsOf(checklist, snapshot, language),
    ],
    footer: `${words.printed} ${moment(now)}. ${words.stood}.`,
  };
}

function conditionsOf(review: ReviewView, language: Language): DocumentTable[] {
  const words = DOCUMENT_WORDS[language];
  if (review.conditions.length === 0) return [];
  return [
    {
      title: words.conditions,
      columns: [words.condition, words.due, words.met, words.evidence],
      rows: review.conditions.map(({ text, dueAt, metAt, metBy, evidence }) => [
        { text },
        { text: moment(dueAt) },
        {
          text:
            metAt === null
              ? words.notMet
              : `${metBy?.name ?? ''}, ${moment(metAt)}`,
        },
        cellOf(evidence),
      ]),
    },
  ];
}

function itemsOf(
  checklist: ChecklistDocument,
  snapshot: ReviewSnapshot,
  language: Language,
): DocumentTable[] {
  const words = DOCUMENT_WORDS[language];
  const byId = new Map(snapshot.map(one => [one.itemId, one]));
  return checklist.sections.flatMap(section => {
    const rows = checklist.items
      .filter(item => item.section === section.id)
      .flatMap((item): Cell[][] => {
        const stood = byId.get(item.id);
        if (!stood) return [];
        const by = [
          stood.answeredBy &&
            `${words.answered}: ${stood.answeredBy.name}, ${moment(
              stood.answeredAt,
            )}`,
          stood.acceptedBy && acceptedBy(stood, words),
          stood.validUntil !== null &&
            `${words.until} ${moment(stood.validUntil)}`,
        ].filter(Boolean);
        return [
          [
            { text: `${item.id} ${localize(item.title, language)}` },
            { text: words.states[stood.state] },
            stood.waiver
              ? { text: waiverText(stood.waiver, words) }
              : cellOf(stood.evidence),
            { text: by.join('; ') },
          ],
        ];
      });
    if (rows.length === 0) return [];
    return [
      {
        title: localize(section.title, language),
        columns: [words.item, words.state, words.evidence, words.accepted],
        rows,
      },
    ];
  });
}

function acceptedBy(
  { acceptedBy: by, acceptedAt, basis }: ReviewSnapshot[number],
  words: (typeof DOCUMENT_WORDS)['en'],
): string {
  if (basis === 'reconfirmation') return words.reconfirmed;
  if (basis === 'self_certification') return words.selfCertified;
  return `${words.accepted}: ${by?.name ?? ''}, ${moment(acceptedAt)}`;
}

function waiverText(
  waiver: NonNullable<ReviewSnapshot[number]['waiver']>,
  words: (typeof DOCUMENT_WORDS)['en'],
): string {
  return [
    `${words.reason}: ${waiver.reason}`,
    waiver.compensatingControl &&
      `${words.control}: ${waiver.compensatingControl}`,
    waiver.until !== null && `${words.until} ${moment(waiver.until)}`,
    `${words.accepted}: ${waiver.approvedBy.name}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function cellOf(evidence: Evidence | null): Cell {
  if (evidence === null) return { text: '' };
  return evidence.kind === 'url'
    ? { text: evidence.url, url: evidence.url }
    : { text: evidence.text };
}

/** Auditors sit anywhere, so the zone is said: UTC. */
function moment(at: number | null): string {
  if (at === null) return '';
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
