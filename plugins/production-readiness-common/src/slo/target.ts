import { z } from 'zod';
import { decimal, plain } from './decimal';

/** Why a text is no target. @public */
export type TargetProblemCode =
  | 'TARGET_EMPTY'
  | 'TARGET_IS_100'
  | 'TARGET_ABOVE_100'
  | 'TARGET_NOT_POSITIVE'
  | 'TARGET_DECIMAL_COMMA'
  | 'TARGET_EXPONENT'
  | 'TARGET_FULL_WIDTH'
  | 'TARGET_PERCENT_SIGN'
  | 'TARGET_TOO_PRECISE'
  | 'TARGET_NOT_A_DECIMAL';

/**
 * Why a text is no target, in a sentence that says what to write instead.
 *
 * @public
 */
export interface TargetProblem {
  /** By which a screen finds the sentence in its language. */
  code: TargetProblemCode;
  /** In English. */
  message: string;
  /** What was probably meant, when that can be told. */
  suggestion?: string;
}

const TARGET = /^\d{1,2}(\.\d{1,8})?$/;

/**
 * Reads a target in percent, such as `99.9`. It stays a decimal text
 * throughout and never becomes a float.
 *
 * @returns the target without trailing zeros, or why it is none
 * @public
 */
export function readTarget(
  text: string,
): { target: string } | { problem: TargetProblem } {
  const target = normalized(text);
  return target ? { target } : { problem: problemOf(text) };
}

function normalized(text: string): string | undefined {
  if (!TARGET.test(text)) return undefined;
  const value = decimal(text);
  return value.gt(0) ? plain(value) : undefined;
}

/** A target in percent as a decimal text. @public */
export const targetSchema = z.string().transform((text, context) => {
  const result = readTarget(text);
  if ('target' in result) return result.target;
  context.issues.push({
    code: 'custom',
    input: text,
    message: result.problem.message,
    params: result.problem,
  });
  return z.NEVER;
});

function problemOf(text: string): TargetProblem {
  const trimmed = text.trim();
  if (trimmed === '') {
    return {
      code: 'TARGET_EMPTY',
      message: 'A target is missing. Write a percentage such as 99.9.',
    };
  }
  const rewritten = rewriteAsDecimal(trimmed);
  if (rewritten) return rewritten;
  if (!/^[+-]?\d+(\.\d+)?$/.test(trimmed)) {
    return {
      code: 'TARGET_NOT_A_DECIMAL',
      message:
        'A target is a percentage in plain digits, such as 99.9. Write only digits and one point.',
    };
  }
  return problemOfNumber(trimmed.replace(/^\+/, ''));
}

/** Texts that mean a number but are written in another way. */
function rewriteAsDecimal(text: string): TargetProblem | undefined {
  const halfWidth = text.normalize('NFKC');
  if (halfWidth !== text) {
    return writeInstead(
      'TARGET_FULL_WIDTH',
      'A target is written in half-width digits',
      halfWidth.replace(/%$/, '').replace(',', '.'),
    );
  }
  if (text.endsWith('%')) {
    return writeInstead(
      'TARGET_PERCENT_SIGN',
      'A target is already in percent and takes no percent sign',
      text.slice(0, -1).trim(),
    );
  }
  if (/^\d+,\d+$/.test(text)) {
    return writeInstead(
      'TARGET_DECIMAL_COMMA',
      'A target has a point before its decimals, not a comma',
      text.replace(',', '.'),
    );
  }
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(text)) {
    return {
      code: 'TARGET_EXPONENT',
      message:
        'A target is written without an exponent. Write a percentage such as 99.9.',
    };
  }
  return undefined;
}

function writeInstead(
  code: TargetProblemCode,
  what: string,
  rewritten: string,
): TargetProblem {
  const suggestion = normalized(rewritten);
  return {
    code,
    message: `${what}. Write ${suggestion ?? 'a percentage such as 99.9'}.`,
    ...(suggestion && { suggestion }),
  };
}

function problemOfNumber(text: string): TargetProblem {
  const value = decimal(text);
  if (value.eq(100)) {
    return {
      code: 'TARGET_IS_100',
      message:
        'A target of 100 is refused: it leaves no error budget, so every release, every change and every failure of something that you depend on would break the promise. Write the lowest number that users would still be content with, such as 99.9.',
    };
  }
  if (value.gt(100)) {
    return {
      code: 'TARGET_ABOVE_100',
      message:
        'A target is a share of what can succeed, so it is below 100. Write a percentage such as 99.9.',
    };
  }
  if (value.lte(0)) {
    return {
      code: 'TARGET_NOT_POSITIVE',
      message: 'A target is above 0. Write a percentage such as 99.9.',
    };
  }
  return writeInstead(
    /\.\d{9,}$/.test(text) ? 'TARGET_TOO_PRECISE' : 'TARGET_NOT_A_DECIMAL',
    'A target has at most two digits before the point and eight behind it, and no sign',
    plain(value),
  );
}
