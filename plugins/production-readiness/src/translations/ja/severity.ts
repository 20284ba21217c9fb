import { type severity as en } from '../en/severity';
import { type Translated } from '../translated';

export const severity: Translated<typeof en> = {
  title: '重大度の判断基準',
  none: 'どのような状態が重大なのか、まだ書かれていません。このままでは、夜間の判断が人によって変わります。',
  from: {
    entity: 'このエンティティの基準です。',
    system: 'システムの基準を引き継いでいます。',
    domain: 'ドメインの基準を引き継いでいます。',
    organisation: '全社共通の基準です。',
  },
  write: '基準を書く',
  change: '変更する',
  help: '誰が見ても分かることを書きます。誰が何をできないのか、どれくらいの割合で、どれくらい続くのか。例：「注文の5%以上が10分間失敗する」',
  scope: 'どの範囲の基準ですか',
  scopes: {
    entity: 'このエンティティと、その配下',
    organisation: '全社共通',
  },
  vague:
    '{{words}}は、人によって受け取り方が変わります。どの機能か、何%か、何分かを書いてみてください。',
  quoted: '「{{word}}」',
  between: '、',
  empty: 'すべて空欄にすると、上位の基準が使われます。',
  saved: '基準を保存しました。',
};
