/**
 * What a column of an import file can hold. `key` tells a row again when the
 * file is imported once more.
 *
 * @public
 */
export const IMPORT_FIELDS = [
  'week',
  'date',
  'minutes',
  'hours',
  'trigger',
  'nature',
  'category',
  'group',
  'entityRef',
  'occurrences',
  'automatable',
  'carriedBy',
  'ticketUrl',
  'handover',
  'journeyId',
  'note',
  'key',
] as const;

/** One of {@link IMPORT_FIELDS}. @public */
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Headers in plain form, as {@link plainWord} makes them. */
const HEADERS: Record<ImportField, readonly string[]> = {
  week: ['week', 'isoweek', '週'],
  date: ['date', 'day', '日付', '日'],
  minutes: ['minutes', 'min', 'mins', '分', '時間(分)', '所要時間(分)'],
  hours: ['hours', 'h', 'hrs', '時間', '時間数'],
  trigger: ['trigger', 'reactiveorproactive', 'きっかけ'],
  nature: ['nature', 'kind', 'type', '性質', '種類'],
  category: ['category', 'カテゴリー', 'カテゴリ', '分類'],
  group: ['group', 'groupref', 'team', 'チーム', 'グループ'],
  entityRef: ['entity', 'entityref', 'component', 'エンティティ'],
  occurrences: ['occurrences', 'count', 'times', '回数', '件数'],
  automatable: ['automatable', '自動化可能', '自動化できるか'],
  carriedBy: ['carriedby', 'people', '人数', '対応人数'],
  ticketUrl: ['ticketurl', 'ticket', 'url', 'link', 'チケット'],
  handover: ['handover', 'handedover', '引き継ぎ', '引継ぎ'],
  journeyId: ['journeyid', 'journey', 'ジャーニー'],
  note: ['note', 'notes', 'comment', 'メモ', '備考'],
  key: ['id', 'key', 'externalid', 'rowid'],
};

/** Words that people write for the values of a field, in plain form. */
const WORDS = {
  trigger: {
    reactive: ['reactive', 'r', '割り込み', '割込み', '割込'],
    proactive: ['proactive', 'p', '計画', '計画的'],
  },
  nature: {
    toil: ['toil', 'トイル', '運用負荷'],
    engineering: ['engineering', 'eng', '改善・開発', '改善', '開発'],
    overhead: ['overhead', '間接業務', '間接'],
    unsure: ['unsure', 'notsureyet', '?', '未分類', '不明'],
  },
  automatable: {
    yes: ['yes', 'y', 'true', 'はい', '○', '可'],
    no: ['no', 'n', 'false', 'いいえ', '×', '不可'],
    unknown: ['unknown', '?', '不明'],
  },
  carriedBy: {
    '1': ['1', 'one', '1人'],
    '2': ['2', 'two', '2人'],
    '3plus': ['3plus', '3+', '3', 'threeormore', '3人以上'],
  },
  handover: {
    yes: ['yes', 'y', 'true', '1', 'はい', '○'],
    no: ['no', 'n', 'false', '0', 'いいえ', '×'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

/** Fields whose values are words. @public */
export type ImportWordField = keyof typeof WORDS;

const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap(field =>
    HEADERS[field].map(header => [header, field] as const),
  ),
);

const VALUE_OF = new Map<string, Map<string, string>>(
  Object.entries<Record<string, readonly string[]>>(WORDS).map(
    ([field, values]) => [
      field,
      new Map(
        Object.entries(values).flatMap(([value, words]) =>
          words.map(word => [word, value] as const),
        ),
      ),
    ],
  ),
);

/**
 * A word as it is compared: full-width letters, case, blanks, hyphens and
 * underscores make no difference.
 *
 * @public
 */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en-US')
    .replace(/[\s_-]+/g, '');
}

/** The field that a header names, in English or Japanese. @public */
export function importFieldOf(header: string): ImportField | undefined {
  return FIELD_OF.get(plainWord(header));
}

/** The value that a cell's word stands for. @public */
export function importWord(
  field: ImportWordField,
  text: string,
): string | undefined {
  return VALUE_OF.get(field)?.get(plainWord(text));
}

/**
 * A file to fill in: the header and two rows.
 *
 * @param week - the ISO week of the rows
 * @public
 */
export function importTemplate(week: string): string {
  return [
    'week,minutes,trigger,nature,category,occurrences,handover,ticket_url,note,id',
    `${week},90,reactive,toil,customer_inquiry,3,no,https://example.com/T-1,,row-1`,
    `${week},240,proactive,engineering,automation,,,,,row-2`,
    '',
  ].join('\r\n');
}
