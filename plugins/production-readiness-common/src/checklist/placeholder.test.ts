import fc from 'fast-check';
import { columnsOf } from './columns';
import { evidenceSchema, findEvidenceProblem, toEvidence } from './evidence';
import { isPlaceholder } from './placeholder';

const PLACEHOLDERS = [
  'TBD',
  'tbd tbd tbd tbd tbd tbd',
  'T.B.D. (t.b.d.)',
  'ＴＢＤ　ＴＢＤ　ＴＢＤ',
  'TBD\u200b TBD',
  'To be determined later, to be determined.',
  'Same as above, same as above',
  'SAME AS BEFORE!!!',
  'See above. See above. See above.',
  'later later later later later',
  'I will add this later, please.',
  'We will fill it in next week!!',
  'Coming soon... coming soon...',
  'n/a n/a n/a n/a n/a n/a n/a',
  'N/A (2026-11-22 10:00:00)',
  'work in progress - wip - todo',
  'todo: fill in later for now',
  'nothing nothing nothing none',
  'done done done done done done',
  'asdfasdfasdfasdfasdfasdf',
  'xxxxxxxxxxxxxxxxxxxxxxxx',
  '........................',
  '1234567890 1234567890 12',
  'Lorem ipsum dolor sit amet',
  'foo bar baz foo bar baz foo',
  'the evidence evidence evidence',
  '未定',
  '未定です。未定です。未定です。',
  '「未定」「未定」「未定」「未定」',
  '後で',
  'あとで記入します。あとで追記します。',
  'のちほど記載いたします。',
  '同上',
  '同上、同上、同上、同上、同上、同上',
  '上記と同じです。上記の通りです。',
  '前回と同じ（前回と同様）です。',
  '確認中です。のちほど回答します。',
  '対応予定です、対応予定です。',
  '特になし。特にありません。該当なし。',
  'とりあえず仮で入力しています。',
  '不明です。わかりません。わからないです。',
  'ﾐﾃｲ TBD 未定 後日 追って',
  'ああああああああああああああああ',
  'テストテストテストテスト',
  'ほげほげふがふがほげほげ',
  '要確認、要検討、要調査、未対応です',
  '検討中のため、決まり次第追記します。',
  '来週までに対応します。今後対応予定。',
];

const ANSWERS = [
  'Rolled back v41 on 2026-10-02 in 4 minutes, data migration included',
  'Escalation tried on 3 October: the pager answered after two minutes',
  'Same limits as the checkout service: 4 CPU, 200 requests a second',
  'Secrets live in Vault under kv/checkout; nothing is in the repository',
  'The runbook was read line by line with Mei on 2026-09-30; step 3 works',
  'No data is stored, so a restore is not needed: the cache warms in 90 s',
  '2026年10月2日にロールバックを実施し、4分で完了した',
  '決済チームの山田がVaultで管理している。リポジトリには置いていない。',
  'エスカレーション先に10月3日に電話し、2分で応答があった。',
  '依存先は在庫APIのみ。停止時はキャッシュで応答する。',
  'データを持たないため復元は不要。キャッシュは90秒で温まる。',
  '手順書を鈴木さんと読み合わせ、手順3を本番で試した。',
];

describe('placeholders', () => {
  it.each(PLACEHOLDERS)('refuses %s', text => {
    expect(isPlaceholder(text)).toBe(true);
    expect(evidenceSchema.safeParse({ kind: 'text', text }).success).toBe(
      false,
    );
  });

  it.each(ANSWERS)('takes %s', text => {
    expect(isPlaceholder(text)).toBe(false);
    expect(findEvidenceProblem(text)).toBeUndefined();
  });

  it('sees through capitals, width, punctuation and repetition', () => {
    const word = fc.constantFrom(
      'tbd',
      'todo',
      'later',
      'same as above',
      '未定',
      '後で',
      '同上',
    );
    const fullWidth = (text: string) =>
      text.replace(/[!-~]/g, character =>
        String.fromCharCode(character.charCodeAt(0) + 0xfee0),
      );
    const disguise = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => `"${text}"`,
      fullWidth,
      (text: string) => `${text}…`,
      (text: string) => `（${text}）`,
    );
    const separator = fc.constantFrom(' ', ', ', '。', '\n', ' - ', '・', '、');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, disguise), { minLength: 1, maxLength: 12 }),
        separator,
        (words, between) => {
          const text = words.map(([one, change]) => change(one)).join(between);
          expect(isPlaceholder(text)).toBe(true);
        },
      ),
    );
  });

  it('judges any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        expect(typeof isPlaceholder(text)).toBe('boolean');
      }),
    );
  });

  it('judges a long text within a blink', () => {
    const started = Date.now();
    isPlaceholder('あ い to be '.repeat(400));
    isPlaceholder('ab'.repeat(1999).concat('c'));
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

describe('columns', () => {
  it.each([
    ['abc', 3],
    ['日本語', 6],
    ['ＡＢＣ', 6],
    ['ｱｲｳ', 3],
    ['が', 2],
    ['\u304b\u3099', 2],
    ['👍', 2],
    ['  a   b  ', 3],
    ['a\u200bb', 2],
    ['한국', 4],
  ])('counts %j as %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('evidence', () => {
  it('needs twenty columns of words', () => {
    expect(findEvidenceProblem('Tested on Friday 1.')).toBe('too-short');
    expect(findEvidenceProblem('Tested on Friday 13.')).toBeUndefined();
    expect(findEvidenceProblem('決済の復元試行済み一')).toBeUndefined();
    expect(findEvidenceProblem('決済の復元試行済')).toBe('too-short');
  });

  /* eslint-disable no-script-url */
  it.each([
    'javascript:alert(document.cookie)',
    'JavaScript:alert(1)//aaaaaaaaaaaa',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)aaaaaaaaaaaaaaaa',
    'file:///etc/passwd-aaaaaaaaaaaaaaaa',
  ])('refuses the link %s in both forms', url => {
    expect(evidenceSchema.safeParse({ kind: 'url', url }).success).toBe(false);
    expect(evidenceSchema.safeParse({ kind: 'text', text: url }).success).toBe(
      false,
    );
  });
  /* eslint-enable no-script-url */

  it.each([
    'a'.repeat(30).concat('\u0000'),
    'x\ud800 and some more words here',
  ])('refuses what is no text', text => {
    expect(evidenceSchema.safeParse({ kind: 'text', text }).success).toBe(
      false,
    );
  });

  it('keeps words exactly as they are', () => {
    const text = '  か\u3099 restored\n\nfrom the backup of Friday  ';
    expect(evidenceSchema.parse({ kind: 'text', text })).toEqual({
      kind: 'text',
      text,
    });
  });

  it('takes what was typed for a link or for words', () => {
    expect(toEvidence(' https://wiki/runbook ')).toEqual({
      kind: 'url',
      url: 'https://wiki/runbook',
    });
    expect(toEvidence('see https://wiki')).toEqual({
      kind: 'text',
      text: 'see https://wiki',
    });
  });
});
