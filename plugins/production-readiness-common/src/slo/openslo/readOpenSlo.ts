import { openSloProblem, OpenSloProblem } from './problem';
import { ObjectReader } from './ObjectReader';
import { readObject } from './objects';
import { OpenSloKind, OpenSloObject } from './openSloObject';
import { segmentsOf } from './segments';
import { parseYaml, YamlDocument, YamlFault } from './YamlDocument';

/** One document of an upload. */
export interface OpenSloDocument {
  /** From 1; empty ones have none. */
  number: number | null;
  /** Its bytes; all documents joined are the upload. */
  text: string;
  objects: OpenSloObject[];
}

/** An upload that was read. */
export interface OpenSloUpload {
  documents: OpenSloDocument[];
  /** In the order of the upload. */
  problems: OpenSloProblem[];
  /** Finds the object that a reference means; its own upload is searched. */
  find(kind: OpenSloKind, name: string): OpenSloObject | undefined;
}

/**
 * Reads OpenSLO v1: one document or many, and lists of objects. What is wrong
 * is noted with document, name, line, column and path; the rest is read all
 * the same.
 *
 * @param yieldTurn - called between documents, so that a long upload does not
 *   keep the process from its other work
 */
export async function readOpenSlo(
  text: string,
  yieldTurn: () => Promise<void> = async () => {},
): Promise<OpenSloUpload> {
  const documents: OpenSloDocument[] = [];
  const problems: OpenSloProblem[] = [];
  let number = 0;
  for (const [position, segment] of segmentsOf(text).entries()) {
    if (position % 50 === 49) await yieldTurn();
    const yaml = parseYaml(segment);
    if (yaml === undefined) {
      documents.push({ number: null, text: segment.text, objects: [] });
      continue;
    }
    number += 1;
    if ('faults' in yaml) {
      problems.push(...faultsOf(segment.text, number, yaml.faults));
      documents.push({ number, text: segment.text, objects: [] });
      continue;
    }
    const read = readersOf(yaml, number).map(
      reader => readObject(reader) ?? { reader },
    );
    documents.push({
      number,
      text: segment.text,
      objects: read.filter((one): one is OpenSloObject => 'kind' in one),
    });
    problems.push(...read.flatMap(({ reader }) => reader.problems));
  }
  const objects = documents.flatMap(one => one.objects);
  const upload = index(objects);
  problems.push(...relate(objects, upload.find));
  if (number === 0) problems.push(nothingIn());
  return { documents, problems: sorted(problems), find: upload.find };
}

function readersOf(yaml: YamlDocument, number: number): ObjectReader[] {
  return Array.isArray(yaml.json)
    ? yaml.json.map((_, at) => new ObjectReader(yaml, number, [at]))
    : [new ObjectReader(yaml, number, [])];
}

const keyOf = (kind: OpenSloKind, name: string) => `${kind} ${name}`;

function index(objects: readonly OpenSloObject[]) {
  const byName = new Map<string, OpenSloObject>();
  for (const object of objects) {
    if (object.name === undefined) continue;
    const key = keyOf(object.kind, object.name);
    if (!byName.has(key)) byName.set(key, object);
  }
  return {
    find: (kind: OpenSloKind, name: string) => byName.get(keyOf(kind, name)),
  };
}

/** Names that are there twice, and references that lead nowhere. */
function relate(
  objects: readonly OpenSloObject[],
  find: OpenSloUpload['find'],
): OpenSloProblem[] {
  return objects.flatMap(object => {
    const { kind, name, reader } = object;
    const before = reader.problems.length;
    const first = name === undefined ? undefined : find(kind, name);
    if (first && first !== object) {
      reader.error(
        ['metadata', 'name'],
        'NAME_TWICE',
        `Document ${first.reader.document} has a ${kind} of this name already. Give one of them another name.`,
      );
    }
    for (const reference of object.references) {
      if (find(reference.kind, reference.name)) continue;
      noteMissing(object, reference);
    }
    return reader.problems.slice(before);
  });
}

function noteMissing(
  { reader }: OpenSloObject,
  { kind, name, path }: OpenSloObject['references'][number],
): void {
  // A Service is mostly no more than a name: the catalog knows it better.
  if (kind === 'Service') return;
  if (kind === 'SLI') {
    reader.error(
      path,
      'REFERENCE_UNRESOLVED',
      `The upload has no SLI named ${name}. Add its document, or write the indicator in place.`,
    );
    return;
  }
  reader.warn(
    path,
    'REFERENCE_UNRESOLVED',
    `The upload has no ${kind} named ${name}. Add its document, or correct the name; the SLO is taken without it.`,
  );
}

function faultsOf(
  text: string,
  document: number,
  faults: readonly YamlFault[],
): OpenSloProblem[] {
  const name = nameIn(text);
  return faults.map(fault => ({
    severity: 'error',
    document,
    name,
    path: '',
    ...fault,
  }));
}

/** The name in a document that could not be parsed, as far as it can be told. */
function nameIn(text: string): string | null {
  return /^\s+name:\s*["']?([\w.-]+)/m.exec(text)?.[1] ?? null;
}

function nothingIn(): OpenSloProblem {
  return openSloProblem.parse({
    severity: 'error',
    code: 'EMPTY',
    document: 1,
    name: null,
    line: 1,
    column: 1,
    path: '',
    message:
      'There is nothing in this upload. Write at least one document with apiVersion: openslo/v1 and kind: SLO.',
  });
}

function sorted(problems: OpenSloProblem[]): OpenSloProblem[] {
  return problems.sort(
    (a, b) => a.document - b.document || a.line - b.line || a.column - b.column,
  );
}
