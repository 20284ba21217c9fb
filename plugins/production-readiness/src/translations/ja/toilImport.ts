import { type toilImport as en } from '../en/toilImport';
import { type Translated } from '../translated';

export const toilImport: Translated<typeof en> = {
  open: 'インポート',
  title: '作業記録をインポート',
  intro:
    'CSVファイル、JiraのCSVエクスポート、GitHubのIssueを読み込めます。まず内容を確認し、実行するまで何も保存されません。同じファイルを2回読み込んでも記録は増えません。',
  template: 'テンプレートをダウンロード',
  file: 'ファイル（CSVまたはJSON、32MBまで）',
  tickets: 'チケット：対象にするラベル',
  ticketsHint:
    'ここに書いたラベルの付いたチケットだけを読み込みます。管理者が全体の設定を用意することもできます。チケットの題名、本文、担当者は読み取りません。',
  mapping: 'ラベル（JSON）',
  mappingBad:
    'ラベルの指定として読めません。例のように、ラベルごとにカテゴリー、きっかけ、性質、分数を書いてください。',
  check: 'ファイルを確認',
  checking: '確認しています。',
  importing: 'インポートしています。',
  rowsDone_one: '{{count}}行まで完了。',
  rowsDone_other: '{{count}}行まで完了。',
  failed: 'ファイルを読み込めませんでした。何もインポートされていません。',
  wouldAdd: '件の新しい記録',
  added: '件をインポート済み',
  alreadyThere: '件は登録済み',
  ignored: '件は対象ラベルのないチケット',
  rejected: '行に問題あり',
  span: '合計{{time}}（{{from}}から{{to}}まで）',
  problems: 'インポートできない行',
  line: '行',
  column: '列',
  why: '理由',
  notListed_one: '最初の{{count}}件だけを表示しています。',
  notListed_other: '最初の{{count}}件だけを表示しています。',
  nothingYet_one:
    'インポートできない行が{{count}}行あるため、まだ何もインポートしていません。ファイルを直して、もう一度確認してください。',
  nothingYet_other:
    'インポートできない行が{{count}}行あるため、まだ何もインポートしていません。ファイルを直して、もう一度確認してください。',
  skip: 'これらの行を除いてインポートする',
  import_one: '{{count}}件をインポート',
  import_other: '{{count}}件をインポート',
  done_one: '{{count}}件をインポートしました。',
  done_other: '{{count}}件をインポートしました。',
  close: '閉じる',
  reason: {
    ALLOCATED_WEEK:
      'この週は割合の配分で集計されているため、記録を追加できません。',
    BAD_VALUE: 'この列では使えない値です。',
    FORMULA: '表計算の数式です。計算結果の値を入れてください。',
    MISSING: '値がありません。',
    NOT_JSON: 'JSONとして読めません。',
    QUOTES: '引用符の対応が取れていません。ここから先は読み込めません。',
    TOO_LONG: '文字数が多すぎます。',
    TOO_MANY_CELLS: '見出しより列の数が多くなっています。',
    UNKNOWN_CATEGORY: 'このカテゴリーはありません。',
    UNKNOWN_ENTITY: '閲覧できるエンティティの中に見つかりません。',
    UNKNOWN_GROUP: '所属しているグループの中に見つかりません。',
    UNKNOWN_JOURNEY: '閲覧できるジャーニーの中に見つかりません。',
    WEEK_IN_FUTURE: 'まだ始まっていない週です。',
  },
};
