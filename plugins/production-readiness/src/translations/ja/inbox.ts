import { type inbox as en } from '../en/inbox';
import { type Translated } from '../translated';

export const inbox: Translated<typeof en> = {
  title: 'あなたの対応を待っているもの',
  count_one: '{{count}} 件',
  count_other: '{{count}} 件（期限の近い順）',
  cut: '全 {{total}} 件のうち、期限の近い {{shown}} 件を表示しています。',
  groups: {
    late: '期限超過',
    week: '1週間以内',
    later: 'それ以降',
    none: '期限なし',
  },
  kind: {
    accept: '回答の確認',
    technicalReview: 'SLOの技術レビュー',
    sign: 'SLOへの合意',
    renew: '期限を迎える回答',
    answerReturned: '追記のお願いが届いた回答',
    decideExemption: '適用除外の申請の判断',
    decideNotApplicable: '対象外の申請の確認',
    requestReturned: '追記のお願いが届いた申請',
    exemptionEnds: 'まもなく終わる適用除外',
  },
  verb: {
    accept: '確認する',
    review: 'レビューする',
    sign: '合意を検討する',
    renew: '再確認する',
    answer: '回答し直す',
    decide: '判断する',
    open: '開く',
  },
  verbOn: '{{verb}}: {{title}}（{{entity}}）',
  since: '依頼: {{time}}',
  sinceReturned: '返却: {{time}}',
  sinceRenew: '掲載: {{time}}',
  waitingFor: '宛先: {{who}}',
  due: '期限: {{time}}',
  wasDue: '期限: {{time}}',
  empty: {
    title: '対応を待っているものはありません',
    text: '確認する回答、合意するSLO、期限を迎える回答がここに表示されます。',
    nextDue: '次の期限は {{entity}} の「{{title}}」です（{{time}}）。',
    action: '今すぐ確認する',
  },
  gone: {
    title: 'これはもうあなたを待っていません',
    text: 'ほかの人が対応したか、内容が変わりました。',
    action: '一覧に戻る',
  },
  error: '受信箱を読み込めませんでした',
};
