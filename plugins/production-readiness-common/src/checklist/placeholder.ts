import { columnsOf } from './columns';

/** What people write instead of an answer, in words of one language each. */
const ENGLISH_PLACEHOLDERS = [
  'to be (determined|decided|defined|done|confirmed|announced|added|filled|written|provided|updated|completed|discussed|checked)',
  '(will|shall|i ll|we ll|going to|need to|have to|must|should) (be )?(add|added|fill|filled|do|done|write|written|update|updated|provide|provided|check|checked|complete|completed|come|follow|decide|decided)',
  '(add|fill|do|write|update|check|provide|complete|decide|answer|ask|see|come) (it |this |that |them |in |out |up |back )*(later|soon|tomorrow|afterwards|another time|next (week|time|month|quarter|sprint))',
  '(the )?same (as|like) (the )?(above|before|below|previous|previously|last time|last|other|others)',
  '(as|see|cf) (the )?(above|before|below|previous|previously)',
  'work in progress|in progress|under (construction|review|discussion)|coming soon|not (yet|known|sure|decided|applicable|available|done|now|ready)|no (idea|comment|evidence|answer|info|information|link)|place ?holder|lorem ipsum( dolor)?( sit)?( amet)?|foo ?bar( ?baz)?|n a|t b (d|a|c)|w i p|to ?do|fix ?me|some ?thing|what ?ever|any ?thing|next (week|time|month|quarter|sprint)|another time|some ?day',
  'tbd|tba|tbc|tbh|wip|na|none|nil|null|undefined|nothing|empty|blank|later|soon|tomorrow|afterwards|eventually|pending|same|ditto|idem|above|below|previously|dummy|sample|testing|test|unknown|unsure|dunno|missing|draft|foo|bar|baz|qux|hoge|fuga|piyo|asdf+|qwerty|x{2,}|z{2,}|abc|blah|bla|hmm+|ok|okay|yes|no|yep|nope|done|fine|good|lgtm|checked|confirmed',
];
const ENGLISH_FILLERS =
  'a|an|the|is|it|its|it s|this|that|these|will|be|been|we|i|i ll|we ll|to|do|in|on|at|of|for|and|or|but|so|by|as|now|here|there|please|pls|thanks|sorry|just|still|all|more|some|really|very|yet|up|out|can|must|should|evidence|link|links|url|text|answer|details|detail|info|item|entry|section|add|added|fill|filled|write|written|update|updated|provide|provided|see|too|same|again|not|am|are|was|has|have|had|my|our|me|us|s|ll';

const JAPANESE_PLACEHOLDERS = [
  '未(定|記入|入力|記載|対応|実施|確認|着手|作成|設定|決定|決|完了|回答|調査|検討|整備|了)',
  '(後|あと|のち|アト)(で|から|ほど|程|日|デ)?|みてい|ミテイ',
  '(追って|追々|おいおい|いずれ|そのうち|近いうちに?|近日(中)?|今後|来週|来月|来期|次回|明日|後刻|別途)',
  '(同上|以下同文|々|〃|仝)',
  '(上記|上|前述|先述|前回|前|先|以前|左記|他|ほか|既述)(の(項目|欄|もの|通り|とおり|回答|記載|内容))?(に|と|を|は)?(同じ|おなじ|同様|同一|参照|ご参照|準ずる|準じる|通り|とおり|変わらず|変更なし)',
  '(上記|下記|以下|前述)(の)?(通り|とおり|参照|ご参照)?',
  '(同じ|おなじ|同様|同一)',
  '(確認|検討|調整|作業|対応|準備|作成|調査|記入|執筆|整備|実施|工事|協議|相談|検証|依頼|回答|保留)(中|予定|待ち|まち)',
  '要(確認|検討|調査|対応|記入|調整|追記|相談)',
  '(予定|保留|仮(置き|おき|入力|記入)?|ペンディング|プレースホルダー?|ダミー|サンプル|テスト|てすと|てきとう|適当|ほげ|ふが|ぴよ|あいうえお|ああ+|いろは)',
  '(該当|特|とく|特記事項)?(に)?(なし|無し|ナシ|無|ありません|有りません|ございません|ない|無い)',
  '(不明|わかりません|分かりません|わからない|分からない|知りません|決まっていません|決まってない|決まっていない|決めていません)',
  '(対応|確認|実施|完了|設定|記入|作成)?(済み|済|ずみ|完了|しました|OK)',
  '(完了|了解|承知|問題なし|問題ありません|大丈夫)',
];
const JAPANESE_FILLERS =
  'です|ます|でした|ました|します|する|した|して|しておきます|しておく|いたします|致します|おります|ております|ています|いる|いません|なります|なる|ください|下さい|お願い(し|いたし|致し)?(ます)?|書きます|書く|書いて|埋めます|埋める|やります|やる|決めます|決める|決まり次第|決定次第|でき次第|次第|入れます|入れる|足します|足す|考えます|考える|調べます|調べる|聞きます|記入|追記|記載|入力|回答|対応|確認|検討|実施|更新|追加|作成|共有|連絡|証跡|根拠|内容|詳細|項目|リンク|こと|もの|ところ|ため|まで|から|まだ|また|もう|とりあえず|一旦|いったん|現在|現時点|今|これ|それ|ここ|この|その|では|には|とは|は|が|を|に|へ|の|と|で|も|て|や|か|ね|よ|な|し|ん|だ|お|ご|的|等|など|しばらく|少し|ちょっと|すみません|申し訳';

const ENGLISH = new RegExp(
  `(?<= )(${ENGLISH_PLACEHOLDERS.join('|')})(?= )`,
  'gu',
);
const ENGLISH_FILLER = new RegExp(`(?<= )(${ENGLISH_FILLERS})(?= )`, 'gu');
const JAPANESE = new RegExp(`(${JAPANESE_PLACEHOLDERS.join('|')})`, 'giu');
const JAPANESE_FILLER = new RegExp(`(${JAPANESE_FILLERS})`, 'giu');
/** The same three times or more, with nothing else. */
const REPETITION = /^(.+?)\1{2,}$/u;
/** This much beside a placeholder, numbers aside, is an answer of its own. */
const SUBSTANCE_COLUMNS = 6;

/**
 * Whether a text only stands in for an answer ("TBD", "same as above",
 * 「未定」「後で」「同上」), however it is written: in capitals, in full-width
 * letters, with punctuation, repeated, or several of them in a row.
 *
 * @public
 */
export function isPlaceholder(text: string): boolean {
  const words = wordsOf(text);
  const letters = words.replace(/ /g, '');
  if (!/\p{L}/u.test(letters)) return true;
  if (REPETITION.test(letters)) return true;

  const withoutPlaceholders = remove(remove(words, ENGLISH), JAPANESE);
  const rest = remove(
    remove(withoutPlaceholders, ENGLISH_FILLER),
    JAPANESE_FILLER,
  );
  const substance = rest.replace(/[ \p{N}]/gu, '');
  if (substance === '') return true;
  return (
    withoutPlaceholders.trim() !== words.trim() &&
    columnsOf(substance) < SUBSTANCE_COLUMNS
  );
}

/** Lower-case words with one space around each, without any punctuation. */
function wordsOf(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLocaleLowerCase('en-US')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}々〃]+/gu, ' ');
  return ` ${plain.trim()} `;
}

/** Removes whole matches, again until none is left side by side. */
function remove(words: string, pattern: RegExp): string {
  return words.replace(pattern, ' ').replace(/ +/g, ' ');
}
