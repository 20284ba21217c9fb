import { type telemetry as english } from '../en/telemetry';
import { type Translated } from '../translated';

export const telemetry: Translated<typeof english> = {
  left: 'エラーバジェットの残り',
  spent: 'エラーバジェットを使い切りました。',
  overspent: 'エラーバジェットを使い切り、さらに{{percent}}超過しています。',
  pace: 'このペースが続くと、残りは{{when}}に尽きます。',
  bar: 'エラーバジェットの残りは{{percent}}です',
  state: {
    ok: '順調',
    burning: '消費が速すぎます',
    exhausted: '使い切りました',
    no_data: '最新データなし',
    ambiguous: '値が一致しません',
  },
  problem: {
    unreachable: '監視システムに接続できませんでした。',
    no_series: '監視システムに、このSLOのデータがありません。',
    stale: '監視システムから新しい値が届いていません。',
    ambiguous:
      'このSLOについて複数の系列が異なる値を返しています。ラベルを一意にしてください。',
  },
  sampled: '{{when}}に計測',
  old: '最後に計測できたのは{{when}}です。',
  none: 'まだ一度も計測されていません。',
  soon: '最初の値は1〜2分ほどで届きます。',
  drift: '実際の設定は{{running}}、合意した目標値は{{signed}}',
  driftText:
    '監視が、合意した目標値とは別の値で動いています。監視のルールを直すか、新しい目標値を提案してください。',
  otherWindow:
    '計測は{{running}}、合意した期間は{{agreed}}です。残りは、合意とは別の期間の値です。',
  firing: '{{name}}が発報中',
  since: '{{when}}から',
  bind: 'このSLOを計測しているのは、どれですか',
  bindText: 'サービス名から見つけた候補です。正しいものを選んでください。',
  running: '{{name}}（{{target}}、{{source}}）',
  runningUnknown: '{{name}}（{{source}}）',
  confirm: '{{name}}を使う',
  measuredBy: '計測元：{{name}}（{{source}}）',
  unbind: '別の計測元に変える',
  bound: '{{name}}からエラーバジェットを取得します。',
  past: '直近28日間のエラーバジェット',
  pastSentence:
    '直近28日間で{{first}}から{{last}}に変わりました。最も少ないときは{{least}}でした。',
  day: '日付',
  burnRate: 'バーンレート',
  showTable: '表で見る',
  hideTable: '表を閉じる',
  thresholds: 'アラートを出す目安',
  thresholdsText:
    'バーンレート1は、ちょうど1期間でエラーバジェットを使い切る速さです。長短2つの計測幅の両方でしきい値を超えている間、アラートが出ます。',
  calls: '対応',
  windows: '計測幅',
  bothWindows: '{{long}}と{{short}}',
  errorShare: '失敗の割合',
  severity: { page: '呼び出し', ticket: 'チケット' },
};
