import { z } from 'zod';
import { canonicalRef } from '../../entity/ref';
import { JourneyInput, journeyInput } from '../journey';
import { SloContentInput, sloContentInput } from '../material';
import { OPENSLO_ANNOTATIONS } from './annotations';
import { IndicatorUse, OpenSloObject, ReadObjective } from './openSloObject';
import { OpenSloUpload } from './readOpenSlo';

/** An SLO of ours that an objective of an upload becomes. @public */
export interface OpenSloDraft {
  /** From 1. */
  document: number;
  /** Where in the document its object is. */
  root: readonly (string | number)[];
  /** Which objective of the SLO, from 0. */
  objective: number;
  /** Where the upload names its service; for problems with it. */
  place: { line: number; column: number; path: string };
  /** `metadata.name` of the OpenSLO object. */
  name: string;
  /** The OpenSLO service that it is of, by name. */
  service: string;
  /** What the document or its Service says in an annotation; canonical. */
  entityRef?: string;
  /** What people read in a list. */
  title: string;
  /** Absent when the document says nothing of a journey. */
  journey?: JourneyInput;
  /** Ours, but for the journey, which the importer chooses. */
  content: Omit<SloContentInput, 'journeyId'>;
}

// Made once: making a schema takes longer than using it.
const contentOfDraft = sloContentInput.omit({ journeyId: true });

/** What is written where a document says nothing. */
export interface DraftDefaults {
  /** Why this number; at least five characters. */
  rationale: string;
}

/**
 * What the SLOs of an upload become. Those with errors are left out; an error
 * that only shows here is added to the upload's problems.
 */
export function draftsOf(
  upload: OpenSloUpload,
  defaults: DraftDefaults,
): OpenSloDraft[] {
  return upload.documents
    .flatMap(document => document.objects)
    .filter(object => object.kind === 'SLO')
    .flatMap(object => draftsOfSlo(upload, object, defaults));
}

function draftsOfSlo(
  upload: OpenSloUpload,
  object: OpenSloObject,
  defaults: DraftDefaults,
): OpenSloDraft[] {
  const { reader, slo, name } = object;
  if (!slo || !name || hasErrors(object)) return [];
  // An SLI that is wrong is no base for an SLO.
  const broken = object.references.find(one => {
    const found = one.kind === 'SLI' && upload.find('SLI', one.name);
    return found && hasErrors(found);
  });
  const notes = reader.problems.length;
  if (broken) {
    reader.error(
      broken.path,
      'REFERENCE_BROKEN',
      `The SLI ${broken.name} has errors. Mend it first.`,
    );
  }
  const read = broken
    ? []
    : slo.objectives.map((objective, index) =>
        draftOf(upload, object, objective, index, defaults),
      );
  upload.problems.push(...reader.problems.slice(notes));
  return hasErrors(object) ? [] : read.filter(one => one !== undefined);
}

function hasErrors({ reader }: OpenSloObject): boolean {
  return reader.problems.some(one => one.severity === 'error');
}

function draftOf(
  upload: OpenSloUpload,
  object: OpenSloObject,
  objective: ReadObjective,
  index: number,
  defaults: DraftDefaults,
): OpenSloDraft | undefined {
  const { reader, name = '' } = object;
  const slo = object.slo!;
  const service = slo.service ?? '';
  const said = new Annotations(object);
  const displayName = reader.value(['metadata', 'displayName']);
  const title =
    typeof displayName === 'string' && displayName.trim() !== ''
      ? displayName
      : name;
  const measured = resolveIndicator(upload, objective.indicator);
  const sli = said.sli() ?? sliOf(upload, measured, objective);
  const parsed = contentOfDraft.safeParse({
    accountableRole: said.text('accountableRole'),
    sliText: sentenceOf(title, slo.description, measured, {
      objective,
      several: slo.objectives.length > 1,
    }),
    sli: sli === 'none' ? undefined : sli,
    target: objective.target,
    window: slo.window,
    budgetingMethod: slo.budgetingMethod,
    exclusions: said.json('exclusions'),
    enforcement: said.text('enforcement'),
    policyRef: said.json('policy'),
    rationale: said.json('rationale') ?? {
      text: defaults.rationale,
      basis: 'ad-hoc',
    },
    businessImpact: said.json('businessImpact'),
    reviewCadence: said.text('reviewCadence'),
  });
  const journey = said.journey();
  const entityRef = said.entityRef(upload.find('Service', service));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      said.refuse(String(issue.path[0]), issue.message);
    }
    return undefined;
  }
  return {
    document: reader.document,
    root: reader.root,
    objective: index,
    place: reader.place(['spec', 'service']),
    name,
    service,
    entityRef,
    title,
    journey,
    content: parsed.data,
  };
}

/** The indicator of an objective, wherever in the upload it is. */
function resolveIndicator(upload: OpenSloUpload, use: IndicatorUse) {
  if (use.ref === undefined) return { ...use.inline, title: use.title };
  const sli = upload.find('SLI', use.ref);
  const displayName = sli?.reader.value(['metadata', 'displayName']);
  return {
    ...sli?.indicator,
    title: typeof displayName === 'string' ? displayName : use.ref,
  };
}

function sliOf(
  upload: OpenSloUpload,
  measured: ReturnType<typeof resolveIndicator>,
  objective: ReadObjective,
): SloContentInput['sli'] {
  if (!measured.type) return undefined;
  const ref = measured.sourceRefs?.[0]?.name;
  const source =
    ref === undefined
      ? measured.sourceType
      : titleOf(upload.find('DataSource', ref)) ?? ref;
  return {
    type: measured.type,
    ...(source && { source }),
    queries: measured.queries,
    ...(measured.type === 'threshold' && {
      op: objective.op,
      value: objective.value,
    }),
  };
}

function titleOf(object: OpenSloObject | undefined): string | undefined {
  const displayName = object?.reader.value(['metadata', 'displayName']);
  return typeof displayName === 'string' ? displayName : object?.name;
}

/** The sentence that a person reads. OpenSLO has a description at best. */
function sentenceOf(
  title: string,
  description: string | undefined,
  measured: { title?: string; description?: string },
  { objective, several }: { objective: ReadObjective; several: boolean },
): string {
  const long = (text: string | undefined) =>
    text !== undefined && text.trim().length >= 5 ? text : undefined;
  const sentence =
    long(description) ??
    long(measured.description) ??
    long(title) ??
    long(measured.title) ??
    `SLO ${title}`;
  const addition =
    several && objective.displayName ? ` (${objective.displayName})` : '';
  // Never half of a surrogate pair at the cut.
  const cut = sentence
    .slice(0, Math.max(1000 - addition.length, 5))
    .replace(/[\uD800-\uDBFF]$/, '');
  return (cut + addition).slice(0, 1000);
}

/** What our own annotations of a document say. */
class Annotations {
  constructor(private readonly object: OpenSloObject) {}

  text(name: keyof typeof OPENSLO_ANNOTATIONS): string | undefined {
    const value = this.object.reader.value(this.path(name));
    return typeof value === 'string' ? value : undefined;
  }

  json(name: keyof typeof OPENSLO_ANNOTATIONS): unknown {
    const text = this.text(name);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      this.error(name, 'This is no JSON. Write it as an export does.');
      return undefined;
    }
  }

  sli(): 'none' | undefined | SloContentInput['sli'] {
    if (this.text('sli') === 'none') return 'none';
    const given = this.json('sli');
    // Judged with the rest of the content.
    return given as SloContentInput['sli'];
  }

  journey(): JourneyInput | undefined {
    const given = this.json('journey');
    if (given === undefined) return undefined;
    const parsed = journeyInput.safeParse(given);
    if (parsed.success) return parsed.data;
    this.error(
      'journey',
      `This is no journey: ${z.prettifyError(parsed.error)}`,
    );
    return undefined;
  }

  entityRef(service: OpenSloObject | undefined): string | undefined {
    const own = this.text('entityRef');
    const other = service?.reader.value(this.path('entityRef'));
    const ref = own ?? (typeof other === 'string' ? other : undefined);
    if (ref === undefined) return undefined;
    try {
      return canonicalRef(ref);
    } catch {
      this.error(
        'entityRef',
        `"${ref}" is no entity reference. Write one such as component:default/checkout.`,
      );
      return undefined;
    }
  }

  /** A content is refused for a field; it points to where the field came from. */
  refuse(field: string, message: string): void {
    const name = field === 'policyRef' ? 'policy' : field;
    if (name in OPENSLO_ANNOTATIONS && this.text(name as 'sli') !== undefined) {
      this.error(
        name as keyof typeof OPENSLO_ANNOTATIONS,
        `This can't be kept: ${message}.`,
      );
      return;
    }
    this.object.reader.error(
      ['spec'],
      'CONTENT',
      `The ${field} of this SLO can't be kept: ${message}.`,
    );
  }

  private error(name: keyof typeof OPENSLO_ANNOTATIONS, message: string) {
    this.object.reader.error(this.path(name), 'ANNOTATION', message);
  }

  private path(name: keyof typeof OPENSLO_ANNOTATIONS) {
    return ['metadata', 'annotations', OPENSLO_ANNOTATIONS[name]];
  }
}
