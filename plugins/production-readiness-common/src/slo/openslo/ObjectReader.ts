import { OpenSloProblem } from './problem';
import { YamlDocument, YamlPath } from './YamlDocument';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Reads one object of a document, and notes what is wrong with it. */
export class ObjectReader {
  readonly problems: OpenSloProblem[] = [];

  /**
   * @param root - where in the document the object is; empty unless the
   *   document is a list of objects
   */
  constructor(
    private readonly yaml: YamlDocument,
    readonly document: number,
    readonly root: YamlPath,
  ) {}

  /** `metadata.name`, when it can be read. */
  get name(): string | null {
    const name = this.value(['metadata', 'name']);
    return typeof name === 'string' ? name : null;
  }

  value(path: YamlPath): unknown {
    let value = this.yaml.json;
    for (const part of [...this.root, ...path]) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined;
    }
    return value;
  }

  has(path: YamlPath): boolean {
    const value = this.value(path);
    return value !== undefined && value !== null;
  }

  /** A scalar as it was written; numbers keep their digits. */
  source(path: YamlPath): string | undefined {
    const written = this.yaml.source([...this.root, ...path]);
    if (written !== undefined) return written;
    // Behind a merge key (<<) there is no text of its own.
    const value = this.value(path);
    return typeof value === 'number' || typeof value === 'string'
      ? String(value)
      : undefined;
  }

  error(path: YamlPath, code: string, message: string): void {
    this.note('error', path, code, message);
  }

  warn(path: YamlPath, code: string, message: string): void {
    this.note('warning', path, code, message);
  }

  private note(
    severity: OpenSloProblem['severity'],
    path: YamlPath,
    code: string,
    message: string,
  ): void {
    this.problems.push({
      severity,
      code,
      document: this.document,
      name: this.name,
      ...this.place(path),
      message,
    });
  }

  /** Where in the upload a part is. */
  place(path: YamlPath): { line: number; column: number; path: string } {
    const full = [...this.root, ...path];
    return { ...this.yaml.locate(full), path: pathText(full) };
  }

  /** A text; numbers and dates have to be put in quotes. */
  text(
    path: YamlPath,
    rule: { required?: string; max?: number } = {},
  ): string | undefined {
    const value = this.value(path);
    if (value === undefined || value === null || value === '') {
      if (rule.required) this.error(path, 'REQUIRED', rule.required);
      return undefined;
    }
    if (typeof value !== 'string') {
      this.error(
        path,
        'NOT_A_TEXT',
        `This has to be a text; put it in quotes: "${
          this.source(path) ?? '…'
        }".`,
      );
      return undefined;
    }
    // PostgreSQL can't store NUL, and a lone surrogate is not a character.
    // eslint-disable-next-line no-control-regex -- NUL is what is looked for
    if (/[\u0000\p{Surrogate}]/u.test(value)) {
      this.error(
        path,
        'NOT_STORABLE',
        'This contains a character that is not text (NUL or half of a surrogate pair); remove it.',
      );
      return undefined;
    }
    if (rule.max !== undefined && [...value].length > rule.max) {
      this.error(
        path,
        'TOO_LONG',
        `This has ${[...value].length} characters and may have ${
          rule.max
        }; shorten it.`,
      );
    }
    return value;
  }

  /** A name as other documents refer to it: an RFC 1123 label. */
  label(path: YamlPath, required?: string): string | undefined {
    const text = this.text(path, { required });
    if (text === undefined) return undefined;
    if (text.length <= 63 && LABEL.test(text)) return text;
    const rewritten = toLabel(text);
    this.error(
      path,
      'NOT_A_LABEL',
      `A name has at most 63 characters: lower-case letters, digits and -, and begins and ends with a letter or a digit. Write ${
        rewritten ? `"${rewritten}"` : 'one such as "checkout-availability"'
      }${
        /[^\x20-\x7e]/.test(text)
          ? ', and put the text that people read into metadata.displayName'
          : ''
      }.`,
    );
    return text;
  }

  oneOf<T extends string>(
    path: YamlPath,
    values: readonly T[],
    required?: boolean,
  ): T | undefined {
    const text = this.text(path, {
      required: required
        ? `This is missing. Write one of ${values.join(', ')}.`
        : undefined,
    });
    if (text === undefined) return undefined;
    const found = values.find(one => one === text);
    if (found) return found;
    const meant = values.find(
      one => one.toLocaleLowerCase('en-US') === text.toLocaleLowerCase('en-US'),
    );
    this.error(
      path,
      'NOT_ONE_OF',
      meant
        ? `Write ${meant}, with capitals as here.`
        : `"${text}" is none of ${values.join(', ')}. Write one of them.`,
    );
    return undefined;
  }

  /** A truth value; `yes` and `"true"` are texts in YAML 1.2. */
  flag(path: YamlPath): boolean | undefined {
    const value = this.value(path);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return value;
    this.error(path, 'NOT_A_FLAG', 'Write true or false, without quotes.');
    return undefined;
  }

  /** How many entries a list has; 0 when it is absent. */
  list(path: YamlPath, required?: string): number {
    const value = this.value(path);
    if (value === undefined || value === null) {
      if (required) this.error(path, 'REQUIRED', required);
      return 0;
    }
    if (Array.isArray(value)) {
      if (value.length === 0 && required) {
        this.error(path, 'REQUIRED', required);
      }
      return value.length;
    }
    this.error(
      path,
      'NOT_A_LIST',
      'This has to be a list; begin each entry with "- ".',
    );
    return 0;
  }

  /** Whether a map is there. */
  map(path: YamlPath, required?: string): boolean {
    const value = this.value(path);
    if (value === undefined || value === null) {
      if (required) this.error(path, 'REQUIRED', required);
      return false;
    }
    if (typeof value === 'object' && !Array.isArray(value)) return true;
    this.error(
      path,
      'NOT_A_MAP',
      'This has to hold fields of the form "key: value", indented below it.',
    );
    return false;
  }

  keys(path: YamlPath): string[] {
    const value = this.value(path);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value)
      : [];
  }
}

/** `spec.objectives[0].target`. */
export function pathText(path: YamlPath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      if (!/^[\w-]+$/.test(part)) return `["${part}"]`;
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}

/** The nearest RFC 1123 label; empty when no character can be kept. */
export function toLabel(text: string): string {
  return text
    .normalize('NFKD')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}
