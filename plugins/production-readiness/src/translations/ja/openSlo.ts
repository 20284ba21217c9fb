import { type openSlo as english } from '../en/openSlo';
import { type Translated } from '../translated';

export const openSlo: Translated<typeof english> = {
  import: 'OpenSLOを取り込む',
  export: 'OpenSLOで書き出す',
  wayTitle: '今あるものを取り込む',
  wayText:
    'OpenSLO形式で書いたSLOがあれば、書き直さずに下書きとして取り込めます。',
  title: 'OpenSLOからSLOを取り込む',
  intro:
    'OpenSLOは、SLOを記述するためのファイル形式です。取り込んだSLOは下書きになり、オーナーがここで内容を確認して署名します。',
  from: {
    label: 'ドキュメントの場所',
    file: 'ファイル',
    paste: '貼り付け',
    url: 'リンク',
  },
  file: 'ファイルを選択',
  fileChosen: '{{name}}（{{size}} KB）',
  notText:
    '{{name}}はUTF-8のテキストではありません。UTF-8で保存し直してから選択してください。',
  paste: 'OpenSLOのドキュメント',
  pasteHint: '1つだけでも、---で区切った複数のドキュメントでもかまいません。',
  url: 'ファイルへのリンク',
  urlHint: 'Backstageの管理者が許可したホストだけから読み込めます。',
  check: 'まず確認する',
  checking: 'ドキュメントを読み込んでいます…',
  take: 'エラーのあるドキュメントが含まれる場合',
  takeSound: '残りだけを取り込む',
  takeAll: '何も取り込まない',
  run_one: '{{count}}件のSLOを取り込む',
  run_other: '{{count}}件のSLOを取り込む',
  progress: '{{total}}件中{{done}}件を書き込みました',
  nothing: '取り込むものがありません。',
  done_one: '{{count}}件のSLOを下書きとして取り込みました。',
  done_other: '{{count}}件のSLOを下書きとして取り込みました。',
  doneNext:
    '次に、ユーザージャーニーを記述してから、オーナーに署名を依頼してください。',
  found:
    '{{documents}}件のドキュメントを読み込みました。取り込めるSLOは{{ready}}件、取り込めないものは{{refused}}件です。',
  outcome: {
    added: '新しい下書き',
    changed: '新しい版',
    unchanged: '変更なし',
    refused: '取り込み対象外',
  },
  problems: {
    errors_one: 'エラーが{{count}}件あります',
    errors_other: 'エラーが{{count}}件あります',
    warnings_one: '確認事項が{{count}}件あります',
    warnings_other: '確認事項が{{count}}件あります',
    place: 'ドキュメント{{document}}、{{line}}行{{column}}列',
    more: 'ほか{{number}}件',
  },
  choose: {
    title: 'どのエンティティのサービスですか',
    label: '「{{service}}」のエンティティ',
    hint: '例：component:default/checkout',
    apply: 'もう一度確認する',
  },
  journeyMissing_one:
    '{{count}}件のSLOにはユーザージャーニーの記載がありません。「{{title}}」に入れておき、後から記述できます。',
  journeyMissing_other:
    '{{count}}件のSLOにはユーザージャーニーの記載がありません。「{{title}}」に入れておき、後から記述できます。',
  words: {
    journeyTitle: '未記述のジャーニー',
    beneficiary: '未記述',
    rationale:
      'OpenSLOから取り込みました。OpenSLOには根拠を書く欄がありません。',
  },
  exportTitle: '書き出し',
  exportText:
    '編集していないものは、取り込んだときのまま1バイトも変えずに書き出します。編集したドキュメントも、コメントと記述の順序を保ちます。',
  exportAll: 'すべてのSLOをダウンロード',
  exporting: 'ファイルを準備しています…',
  lost: {
    title: 'OpenSLOに欄がない項目',
    text: 'production-readiness.io/で始まるアノテーションに書き出し、取り込むときに読み戻します。署名は書き出すだけで読み戻しません。ファイルで署名することはできないためです。',
    owners: 'オーナーと署名',
    journey: 'ユーザージャーニー',
    rationale: 'この数値にした根拠',
    exclusions: '対象外とするもの',
    policy: 'エラーバジェットポリシーと運用の厳しさ',
    review: '見直しの周期',
    windows: 'アラートの短い方の期間（OpenSLOでは1つの期間しか書けません）',
  },
};
