import { decimal, plain } from '../decimal';
import { readTarget } from '../target';
import { ObjectReader } from './ObjectReader';
import { YamlPath } from './YamlDocument';

const SHARE = /^\+?(\d*\.\d+|\d+\.?)$/;

/**
 * The target of an objective in percent, read from the digits as they were
 * written: as a float, 0.9990 and 0.999 would be the same, and 99.9 / 100 would
 * be something else.
 */
export function readObjectiveTarget(
  reader: ObjectReader,
  at: YamlPath,
): string | undefined {
  const share: YamlPath = [...at, 'target'];
  const percent: YamlPath = [...at, 'targetPercent'];
  if (reader.has(share) && reader.has(percent)) {
    reader.error(
      percent,
      'TARGET_TWICE',
      'An objective has either target or targetPercent. Remove one of them.',
    );
    return undefined;
  }
  if (reader.has(share)) return readShare(reader, share);
  if (reader.has(percent)) return readPercent(reader, percent);
  reader.error(
    at,
    'TARGET_EMPTY',
    'The target of this objective is missing. Write target: 0.999, or targetPercent: 99.9.',
  );
  return undefined;
}

function readPercent(reader: ObjectReader, path: YamlPath) {
  const source = (reader.source(path) ?? '').trim();
  const result = readTarget(withZero(source));
  if ('target' in result) {
    requireNumber(reader, path);
    return result.target;
  }
  const { code, message } = result.problem;
  reader.error(path, code, message);
  return undefined;
}

function readShare(reader: ObjectReader, path: YamlPath) {
  const source = (reader.source(path) ?? '').trim();
  if (!SHARE.test(source)) {
    reader.error(path, ...shareProblem(source));
    return undefined;
  }
  requireNumber(reader, path);
  const share = decimal(withZero(source).replace(/\.$/, ''));
  if (share.gt(1)) {
    const percent = readTarget(plain(share));
    reader.error(
      path,
      'TARGET_NOT_A_SHARE',
      'target' in percent
        ? `target is a share below 1. Write target: ${plain(
            share.div(100),
          )}, or targetPercent: ${percent.target}.`
        : 'target is a share below 1. Write target: 0.999 for 99.9 percent.',
    );
    return undefined;
  }
  const result = readTarget(plain(share.times(100)));
  if ('target' in result) return result.target;
  const { code, message, suggestion } = result.problem;
  reader.error(
    path,
    code,
    code === 'TARGET_TOO_PRECISE' && suggestion === undefined
      ? 'A target has at most eight digits behind the point in percent, which are ten in a share. Write fewer digits, such as 0.999.'
      : message,
  );
  return undefined;
}

function shareProblem(source: string): [code: string, message: string] {
  if (/^\d*,\d+$/.test(source)) {
    return [
      'TARGET_DECIMAL_COMMA',
      `A target has a point before its decimals, not a comma. Write ${
        decimalOf(source) ?? 'target: 0.999'
      }.`,
    ];
  }
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(source)) {
    return [
      'TARGET_EXPONENT',
      'A target is written without an exponent. Write a share such as 0.999.',
    ];
  }
  if (/%$/.test(source)) {
    return [
      'TARGET_PERCENT_SIGN',
      `target is a share, not a percentage. Write targetPercent: ${source
        .replace('%', '')
        .trim()}.`,
    ];
  }
  if (/^-/.test(source)) {
    return [
      'TARGET_NOT_POSITIVE',
      'A target is above 0. Write a share such as 0.999.',
    ];
  }
  return [
    'TARGET_NOT_A_DECIMAL',
    'A target is a share in plain digits, such as 0.999. Write only digits and one point.',
  ];
}

/** What somebody meant who wrote a comma. */
function decimalOf(source: string): string | undefined {
  const text = withZero(source.replace(',', '.'));
  const value = decimal(text);
  if (value.lt(1)) return `target: ${plain(value)}`;
  const percent = readTarget(text);
  return 'target' in percent ? `targetPercent: ${percent.target}` : undefined;
}

/** OpenSLO wants a number; the digits in quotes are understood all the same. */
function requireNumber(reader: ObjectReader, path: YamlPath): void {
  if (typeof reader.value(path) === 'number') return;
  reader.warn(
    path,
    'TARGET_IN_QUOTES',
    'This is a text; OpenSLO wants a number. Write it without quotes.',
  );
}

function withZero(text: string): string {
  return text.startsWith('.') ? `0${text}` : text;
}
