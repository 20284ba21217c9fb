import { DateTime } from 'luxon';
import { SloWindow, sloWindowSchema } from '../window';
import { ObjectReader } from './ObjectReader';
import { YamlPath } from './YamlDocument';

const DURATION = /^(\d+)([mhdwMQY])$/;

const UNITS = {
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
} as const;

const LETTERS = {
  hour: 'h',
  day: 'd',
  week: 'w',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
} as const;

/** Where periods begin that nobody moved. */
const NATURAL = '1970-01-01T00:00:00';
const NATURAL_WEEK = '1970-01-05T00:00:00';

/** A duration such as `28d`, with the case of its letter. */
export function readDuration(
  reader: ObjectReader,
  path: YamlPath,
  example: string,
): { n: number; unit: string } | undefined {
  const text = reader.text(path, {
    required: `A duration is missing. Write one such as ${example}.`,
  });
  if (text === undefined) return undefined;
  const [, n, unit] = DURATION.exec(text.trim()) ?? [];
  if (n === undefined) {
    reader.error(
      path,
      'DURATION',
      `"${text}" is no duration. Write a whole number and one letter: m (minutes), h, d, w, M (months), Q or Y, such as ${example}.`,
    );
    return undefined;
  }
  if (Number(n) === 0) {
    reader.error(
      path,
      'DURATION_ZERO',
      `A duration of 0 holds no events. Write one such as ${example}.`,
    );
    return undefined;
  }
  return { n: Number(n), unit };
}

/**
 * The time window of an SLO.
 *
 * @returns undefined when it is absent (then 28 rolling days count) or wrong
 */
export function readWindow(reader: ObjectReader): SloWindow | undefined {
  const list: YamlPath = ['spec', 'timeWindow'];
  const count = reader.list(list);
  if (count === 0) {
    if (Array.isArray(reader.value(list))) {
      reader.error(
        list,
        'WINDOW_COUNT',
        'The list of time windows is empty. Write one window, such as "- duration: 28d" with "isRolling: true", or remove timeWindow.',
      );
    }
    return undefined;
  }
  if (count > 1) {
    reader.error(
      list,
      'WINDOW_COUNT',
      `An SLO has one time window; here are ${count}. Keep one, and write an SLO of its own for each other.`,
    );
    return undefined;
  }
  const at: YamlPath = [...list, 0];
  if (!reader.map(at)) return undefined;
  const rolling = reader.flag([...at, 'isRolling']) ?? false;
  const hasCalendar = reader.has([...at, 'calendar']);
  const duration = readDuration(reader, [...at, 'duration'], '28d');
  if (rolling && hasCalendar) {
    reader.error(
      [...at, 'calendar'],
      'WINDOW_TWO_KINDS',
      'A window is either rolling or of the calendar, not both. Remove "calendar", or write "isRolling: false".',
    );
    return undefined;
  }
  if (!rolling && !hasCalendar) {
    reader.error(
      at,
      'WINDOW_NO_KIND',
      'A window that is not rolling needs "calendar" with startTime and timeZone. Write "isRolling: true" for a rolling one.',
    );
    return undefined;
  }
  const calendar = hasCalendar ? readCalendar(reader, at) : undefined;
  if (!duration || (hasCalendar && !calendar)) return undefined;
  return toWindow(reader, at, duration, calendar);
}

function readCalendar(
  reader: ObjectReader,
  at: YamlPath,
): { startTime: string; timeZone: string } | undefined {
  const path: YamlPath = [...at, 'calendar'];
  if (!reader.map(path)) return undefined;
  const startTime = reader.text([...path, 'startTime'], {
    required:
      'A calendar window says when one of its periods began. Write startTime: 2026-04-01 00:00:00.',
  });
  const timeZone = reader.text([...path, 'timeZone'], {
    required:
      'A calendar window says where its days begin. Write timeZone: Asia/Tokyo.',
  });
  if (
    startTime !== undefined &&
    (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(startTime) ||
      !DateTime.fromSQL(startTime).isValid)
  ) {
    reader.error(
      [...path, 'startTime'],
      'START_TIME',
      `"${startTime}" is no local time. Write it as 2026-04-01 00:00:00, without a zone.`,
    );
    return undefined;
  }
  return startTime === undefined || timeZone === undefined
    ? undefined
    : { startTime, timeZone };
}

function toWindow(
  reader: ObjectReader,
  at: YamlPath,
  duration: { n: number; unit: string },
  calendar: { startTime: string; timeZone: string } | undefined,
): SloWindow | undefined {
  const minutes = duration.unit === 'm';
  if (minutes && duration.n % 60 !== 0) {
    reader.error(
      [...at, 'duration'],
      'WINDOW_TOO_FINE',
      'The window of an SLO is kept in whole hours or longer. Write it in hours, such as 1h.',
    );
    return undefined;
  }
  const n = minutes ? duration.n / 60 : duration.n;
  const unit = minutes ? 'hour' : UNITS[duration.unit as keyof typeof UNITS];
  const startTime = calendar?.startTime.replace(' ', 'T');
  const natural = unit === 'week' ? NATURAL_WEEK : NATURAL;
  const parsed = sloWindowSchema.safeParse(
    calendar
      ? {
          kind: 'calendar',
          n,
          unit,
          ...(startTime !== natural && { startTime }),
          timeZone: calendar.timeZone,
        }
      : { kind: 'rolling', n, unit },
  );
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue.path[issue.path.length - 1];
  const path: YamlPath =
    field === 'timeZone' || field === 'startTime'
      ? [...at, 'calendar', field]
      : [...at, 'duration'];
  reader.error(
    path,
    'WINDOW',
    field === 'unit'
      ? 'The periods of a calendar are days or longer. Write d, w, M, Q or Y, or a rolling window.'
      : `The window ${issue.message}.`,
  );
  return undefined;
}

/** A window as OpenSLO writes it. */
export function toTimeWindow(window: SloWindow): Record<string, unknown> {
  const duration = `${window.n}${LETTERS[window.unit]}`;
  if (window.kind === 'rolling') return { duration, isRolling: true };
  const natural = window.unit === 'week' ? NATURAL_WEEK : NATURAL;
  return {
    duration,
    isRolling: false,
    calendar: {
      startTime: (window.startTime ?? natural).replace('T', ' '),
      timeZone: window.timeZone,
    },
  };
}
