import { type upkeep as en } from '../en/upkeep';
import { type Translated } from '../translated';

export const upkeep: Translated<typeof en> = {
  error: 'このチームの点検を読み込めませんでした',
  session: {
    title: '四半期点検',
    count_one: '対象の回答: {{count}}件',
    count_other: '対象の回答: {{count}}件',
    without:
      '今後3か月以内に期限を迎える回答です。点検日を決めると、まとめて一度に見直せます。',
    ahead:
      '次の点検日は{{day}}（{{when}}）です。{{following}}までに期限を迎える回答を見直します。前もって始めることもできます。',
    open: '点検日は{{day}}（{{when}}）です。{{following}}までに期限を迎える回答を、再確認・変更・後回しのいずれかで見直してください。',
    heldBy:
      'このチームは独自の点検日を決めていないため、{{group}}の点検に含まれます。',
    others: 'ボタンのない回答は、所有するチームが見直します。',
    nothing: '見直すものはありません',
    nothingText:
      '次の点検までに期限を迎える、対象の確認済みの回答はありません。',
    cut: 'このほかにも期限を迎える回答があります。対応が進むと表示されます。',
  },
  line: {
    name: '{{item}}（{{entity}}）',
    verbOn: '{{verb}}: {{name}}',
    high: 'リリースの可否に関わる項目です。最後に実施した日付をあらためて書いてください。別の人が確認します。',
    choose: '選択',
    confirm: '変わりない',
    change: '変更する',
    skip: '後で',
    back: '今見直す',
    skipped: '後回しにしました。期限まではこのままです。',
    expires: '期限: {{when}}',
    expired: '期限切れ: {{when}}',
    by: '{{who}}、確認: {{when}}',
    forOthers: '配下にも適用される回答',
  },
  below: {
    title: '配下のチームの点検',
    text: '次のチームは、自分たちの点検日に見直します。',
    on: '{{day}}（{{when}}）',
  },
  several: {
    title: 'まとめて回答',
    chosen_one: '{{count}}件を選択中',
    chosen_other: '{{count}}件を選択中',
    confirm_one: '{{count}}件は変わりない',
    confirm_other: '{{count}}件とも変わりない',
    same: '同じ根拠で回答する',
    evidence: '選択したすべてに共通の根拠',
    hint: 'リンク、または「何を・いつ・どこで確認できるか」。回答は1件ずつ保存されます。',
    undated:
      'リリースの可否に関わる項目が含まれています。最後に実施した日付を書いてください。',
    save_one: '{{count}}件を保存',
    save_other: '{{count}}件を保存',
    clear: '選択を解除',
  },
  results: {
    saved_one: '{{count}}件の回答を保存しました',
    saved_other: '{{count}}件の回答を保存しました',
    waiting_one: 'うち {{count}}件は別の人の確認待ちです。',
    waiting_other: 'うち {{count}}件は別の人の確認待ちです。',
    refused_one: '{{count}}件は保存されていません:',
    refused_other: '{{count}}件は保存されていません:',
    failed: '回答を保存できませんでした',
    dismiss: '閉じる',
  },
  waiting: {
    title: '誰の確認を待っているか',
    none: 'このチームの回答で、確認待ちのものはありません。',
    second: '同じチームのメンバー、または管理者',
    own_one: '私たちの回答{{count}}件が確認待ちです（依頼: {{when}}）。',
    own_other:
      '私たちの回答{{count}}件が確認待ちです（最も古い依頼: {{when}}）。',
  },
  choices: {
    title: 'チームの進め方',
    change: '変更する',
    session: '次の点検日',
    none: '未定',
    heldBy: '{{day}}（{{group}}の点検）',
    focus: '優先するもの',
    focusUntil: '{{sections}}（{{day}}まで）',
    focusDefault: 'リリース（標準）',
    sharing: '確認済みの回答を例として共有',
    sharingOn: 'サービスを閲覧できる人に見せる',
    sharingOff: 'ほかのチームには見せない',
    sessionLabel: '次の点検日',
    sessionHint:
      '以後は13週ごとです。点検前の1週間に期限を迎える通常の回答は、点検日まで有効です。点検日を決めていない配下のチームも対象になります。',
    focusLabel: '{{day}}まで優先するもの',
    focusHint:
      '{{count}}つまで。次の一歩の順番が変わります。リリースの可否には影響しません。',
    sharingLabel: '確認済みの回答を例として共有する',
    sharingHint:
      'カタログでサービスを閲覧できる人だけに、相談先の名前とともに表示されます。',
    save: '保存',
    cancel: 'キャンセル',
    saved: 'チームの進め方を保存しました。',
    failed: '保存できませんでした',
  },
  focus: {
    now: 'チームの重点（{{day}}まで）: {{sections}}',
  },
  examples: {
    title: 'ほかのサービスの回答例',
    of: '{{team}}、確認: {{when}}',
    ask: '相談先: {{who}}',
    start: 'これをもとに書く',
    startOf: 'これをもとに書く：{{name}}',
    more_one: 'ほかの例を見る（{{count}}件）',
    more_other: 'ほかの例を見る（{{count}}件）',
  },
};
