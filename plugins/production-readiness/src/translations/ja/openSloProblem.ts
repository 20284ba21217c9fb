import { type openSloProblem as english } from '../en/openSloProblem';
import { type Translated } from '../translated';

export const openSloProblem: Translated<typeof english> = {
  ANNOTATION: 'このアノテーションを読み取れません。',
  ANNOTATION_KEY:
    'アノテーションのキーは「ドメイン/名前」の形で書いてください。',
  API_VERSION: 'apiVersion: openslo/v1 と書いてください。',
  CONDITION_COUNT: 'アラートポリシーの条件は1つだけです。',
  CONTENT: 'このSLOには、保存できない項目があります。',
  DURATION: '期間は整数と1文字の単位（m、h、d、w、M、Q、Y）で書いてください。',
  DURATION_ZERO: '期間を0にはできません。',
  EMPTY: '取り込む内容がありません。',
  ENTITY_NOT_FOUND: 'そのエンティティは、閲覧できる範囲にありません。',
  INDICATOR_KIND:
    '指標はratioMetricかthresholdMetricのどちらか一方で書いてください。',
  INDICATOR_MISSING: '何を計測するかが書かれていません。',
  INDICATOR_TWICE: '指標が重複して書かれています。',
  KIND_WITHOUT_SLO: 'この種類のエンティティには、SLOを設定できません。',
  LABEL_KEY:
    'ラベルのキーに使えるのは、英数字、ハイフン、アンダースコア、ピリオドです。',
  NAME_TWICE: '同じ種類で同じ名前のものが、ほかにもあります。',
  NOT_AN_EDITOR: 'このエンティティにSLOを追加する権限がありません。',
  NOT_A_FLAG: '引用符なしのtrueかfalseを書いてください。',
  NOT_A_LABEL:
    '名前に使えるのは、英小文字、数字、ハイフンで、63文字までです。読みやすい名前はdisplayNameに書けます。',
  NOT_A_LIST: 'ここはリストで書いてください。',
  NOT_A_MAP: 'ここは「キー: 値」の形で書いてください。',
  NOT_A_TEXT: 'ここは文字列で書いてください。',
  NOT_ONE_OF: 'ここで使える値ではありません。',
  NOT_STORABLE: '文字として扱えない文字が含まれています。',
  QUERY_EMPTY: 'クエリがありません。',
  RATIO_PARTS:
    '比率は、totalとgood（またはbad）の組み合わせか、rawだけで書いてください。',
  RATIO_WITH_THRESHOLD: '比率にopとvalueはありません。無視されます。',
  REFERENCE_BROKEN: '参照先にエラーがあります。',
  REFERENCE_OR_INLINE: '参照か本体の、どちらか一方を書いてください。',
  REFERENCE_UNRESOLVED: '参照先が、取り込む内容の中にありません。',
  REQUIRED: '必須の項目がありません。',
  SERVICE_AMBIGUOUS: 'このサービス名のエンティティが複数あります。',
  SERVICE_UNKNOWN:
    'このサービス名のエンティティは、閲覧できる範囲にありません。',
  START_TIME:
    '開始日時は、2026-04-01 00:00:00のように現地時刻で書いてください。',
  TARGET_DECIMAL_COMMA: '小数点には、カンマではなくピリオドを使ってください。',
  TARGET_EMPTY: '目標値がありません。',
  TARGET_EXPONENT: '目標値は、指数を使わずに書いてください。',
  TARGET_IN_QUOTES: '目標値は、引用符なしで書いてください。',
  TARGET_IS_100:
    '目標値を100%にすると、エラーバジェットがなくなり、何も変更できません。',
  TARGET_NOT_A_DECIMAL: '目標値は、数字と小数点だけで書いてください。',
  TARGET_NOT_A_SHARE:
    'targetは1未満の割合です。パーセントで書くときはtargetPercentを使ってください。',
  TARGET_NOT_POSITIVE: '目標値は0より大きくしてください。',
  TARGET_PERCENT_SIGN: '目標値は、%を付けずに書いてください。',
  TARGET_TOO_PRECISE: '目標値は、パーセントで小数点以下8桁までにしてください。',
  TARGET_TWICE: 'targetとtargetPercentは、どちらか一方だけ書いてください。',
  THRESHOLD: 'バーンレートは数値で書いてください。',
  TIME_SLICE_TARGET:
    'Timeslicesでは、区間のうち良好とみなす割合を目標ごとに書いてください。',
  TOO_LONG: '長すぎます。',
  TOO_MANY_JOURNEYS: 'このエンティティのジャーニーが多くなりすぎます。',
  TOO_MANY_SLOS: 'このエンティティのSLOが多くなりすぎます。',
  VALUE: '値は、符号と指数のない数値で書いてください。',
  WINDOW: 'この長さの計測期間は保存できません。',
  WINDOW_COUNT: 'SLOの計測期間は1つだけです。',
  WINDOW_NO_KIND:
    'ローリングではない計測期間には、カレンダーの指定が必要です。',
  WINDOW_TOO_FINE: '計測期間は1時間以上にしてください。',
  WINDOW_TWO_KINDS:
    '計測期間は、ローリングかカレンダーのどちらか一方にしてください。',
  YAML_ALIASES: 'エイリアスが多すぎるか、互いに増殖しています。',
  YAML_DUPLICATE_KEY: '同じキーが2回書かれています。',
  YAML_TAB_AS_INDENT: 'YAMLの字下げにタブは使えません。空白を使ってください。',
  YAML_TOO_DEEP: '入れ子が深すぎます。',
};
