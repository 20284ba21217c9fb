import { type telemetry as english } from '../en/telemetry';
import { type Translated } from '../translated';

export const telemetry: Translated<typeof english> = {
  left: 'バジェットの残り',
  spent: 'バジェットの消費',
  bar: 'エラーバジェットの残りは{{percent}}です',
  state: {
    ok: '順調',
    burning: '消費が速すぎる',
    exhausted: '使い切った',
    no_data: 'データなし',
    ambiguous: '値が一致しない',
  },
  sampled: '{{when}}に計測',
  old: '新しい値を取得できていません。この値は{{when}}に計測したものです。',
  none: 'まだ何も計測されていません。',
  ambiguous:
    'このSLOについて複数の系列が異なる値を返しています。ラベルを一意にしてください。',
  drift: '運用中は{{running}}、署名済みは{{signed}}',
  driftText:
    '監視が、合意した目標値とは別の値で動いています。監視のルールを直すか、新しい目標値を提案してください。',
  burn: 'バーンレートは{{rate}}です。1のとき、バジェットはちょうど1期間もちます。',
  firing: '{{name}}が発報中',
  since: '{{when}}から',
  noRunbook: 'ランブックなし：{{names}}',
  bind: 'どの計測をこのSLOに使いますか',
  bindText: 'サービス名から見つけた候補です。正しいものを選んでください。',
  confirm: '{{name}}を使う',
  unbind: '別の計測に変える',
  bound: 'バジェットを{{name}}から取得します。',
  past: '直近28日間のバジェット',
  pastSentence: '直近28日間で{{first}}から{{last}}に変わりました。',
  thresholds: 'アラートのしきい値（バーンレート）',
  threshold: '{{severity}}：{{long}}と{{short}}の両方で{{burn}}を超えたとき',
  severity: { page: '呼び出し', ticket: 'チケット' },
};
