import { type toilAllocation as en } from '../en/toilAllocation';
import { type Translated } from '../translated';

export const toilAllocation: Translated<typeof en> = {
  ways: 'この週の記録方法',
  entry: '1件ずつ',
  percent: '{{value}}%',
  inPercent: '割合でまとめて',
  intro:
    'チームの1週間をおおまかに配分してください。ふりかえりの5分で十分です。',
  proposal: '{{range}}の配分を入れてあります。違うところだけ動かしてください。',
  counts: 'この週はこの配分で集計されます。',
  entriesKept_one:
    '1件ずつの記録{{count}}件は残りますが、配分がある間は集計されません。',
  entriesKept_other:
    '1件ずつの記録{{count}}件は残りますが、配分がある間は集計されません。',
  kind: '{{nature}}（{{trigger}}）',
  slider: '{{name}}が1週間に占める割合',
  typed: '{{name}}の割合（%）',
  giveRest: '残りの{{percent}}%を「{{name}}」に加える',
  takeRest: '超過している{{percent}}%を「{{name}}」から引く',
  left: '残り{{percent}}%',
  over: '{{percent}}%超過',
  complete: '合計100%です',
  addCategory: 'カテゴリーの行を追加',
  capacity: '100%にあたる時間数',
  capacityHint: 'チーム全体で働いた時間です。休みの多い週は減らしてください。',
  capacityProblem:
    'チーム全体の時間数を 200 や 37.5 のように入力してください。',
  notHundred: '合計が{{sum}}%です。ちょうど100%にしてください。',
  save: '配分を保存',
  saveAnyway: '自分の配分で上書き',
  saved: '配分を保存しました。この週はこの配分で集計されます。',
  remove: '配分を取り消す',
  removed: '配分を取り消しました。1件ずつの記録が再び集計されます。',
  failed: '保存できませんでした。入力した配分は残っています。',
  failedToLoad: 'この週の配分を読み込めませんでした',
  instead:
    'この週は割合の配分で集計されています。1件ずつの記録は残り、配分を取り消すと再び集計されます。',
  notCounted: '記録は残りますが、この週は割合の配分で集計されます。',
};
