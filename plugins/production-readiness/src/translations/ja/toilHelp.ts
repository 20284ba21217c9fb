import { type toilHelp as en } from '../en/toilHelp';
import { type Translated } from '../translated';

export const toilHelp: Translated<typeof en> = {
  journey: '関係するジャーニー',
  noJourney: '特になし',
  handover: 'ほかのチームや当番に引き継いだ',
  team: 'チーム',
  noTeam:
    'カタログのどのグループにも所属していないため、記録するチームがありません。',
  notMember: '記録できるのは、このチームのメンバーだけです。',
  shortcuts: '1文字のキーボードショートカット',
  shortcutsHint:
    'どのページでもLキーで開きます。続けてEnterキーを押すと、前回と同じ内容を記録します。',
  title: 'これはトイル？ 6つの質問',
  intro:
    '1回目や2回目の作業はトイルではありません。誰がしたかではなく、作業そのものについて考えてください。',
  yes: 'はい',
  no: 'いいえ',
  trait: {
    manual: '人の手で行いましたか（スクリプトの実行も含みます）',
    repetitive: '何度も繰り返し発生しますか',
    automatable: '機械に任せることができますか',
    tactical: '計画した作業ではなく、割り込みでしたか',
    valueless: '作業の前後でサービスは変わっていませんか',
    growing: 'サービスの成長とともに増えますか',
  },
  suggests: {
    toil: '6つのうち4つ以上に当てはまります。トイルのようです。最後はご自身で決めてください。',
    ask: '2つか3つに当てはまり、どちらとも言えません。誰もしなかったら何が残るか、同僚に聞いてみてください。',
    engineering:
      'ほとんど当てはまりません。改善・開発のようです。最後はご自身で決めてください。',
  },
  choose: '「{{nature}}」を選ぶ',
  queue: 'この作業はどれでしたか',
  left_one: '未分類の記録が{{count}}件あります',
  left_other: '未分類の記録が{{count}}件あります',
  later: '今週はやめておく',
  sorted: '分類しました。',
};
