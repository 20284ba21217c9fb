import { type sloNeed as en } from '../en/sloNeed';
import { type Translated } from '../translated';

export const sloNeed: Translated<typeof en> = {
  writeTitle: 'ガイドに沿って書く',
  writeText:
    'ユーザーに必要なことから、ひとつの文、ひとつの数値へ。5つの短いステップで、専門用語は要りません。',
  noneTitle: '目標値は不要（理由を書く）',
  noneText:
    '誰も待っていない機能もあります。理由を書けば「決定済み」になります。いつでも取り消せます。',
  noneOwner:
    '誰も待っていない機能もあります。プロダクトオーナーかCTOが、ここで不要と判断できます。',
  noneAction: '不要な理由を書く',
  because: '目標値が不要な理由',
  becauseHint: '例：夜間の処理だけが使い、失敗しても翌朝の対応で間に合うため',
  save: '不要と記録する',
  saved: '目標値は不要と記録しました。',
  undone: '未決定に戻しました。',
  undo: 'やはり必要',
  decidedTitle: 'ここには目標値は不要です',
  service: 'どのようなサービスですか（例の表示用）',
  pair: '{{title}}（{{beneficiary}}）',
  kinds: {
    screen: '人が画面で使う',
    api: 'ほかのサービスから呼ばれる',
    batch: '決まった時間に処理する',
    data: 'データを保管・転送する',
    device: '機器とつながる',
  },
  journeys: {
    screen: 'カートの商品を注文する',
    api: 'お客様の住所を取得する',
    batch: '朝の報告書が用意されている',
    data: '予約がすべてのシステムに反映される',
    device: '荷物の現在地を報告する',
  },
  suffers: {
    screen: '買い物をするお客様',
    api: '呼び出すサービスと、その先で待つ人',
    batch: '朝8時の店長',
    data: '予約を確認する担当者',
    device: 'ロッカーと、その前で待つ人',
  },
  sentences: {
    screen: {
      one: '2秒以内に成功した注文の割合',
      two: '結果が返ってきた検索の割合',
    },
    api: {
      one: '300ミリ秒以内にエラーなく応答したリクエストの割合',
      two: '正しい住所を返せた問い合わせの割合',
    },
    batch: {
      one: '朝8時までに報告書が用意できた日の割合',
      two: '開店までに終わった夜間処理の割合',
    },
    data: {
      one: '5分以内にすべてのシステムへ反映された予約の割合',
      two: '変わらず読み出せたファイルの割合',
    },
    device: {
      one: '1時間に1回、状態を送信できた機器の割合',
      two: '正しいコードの入力後、2秒以内に開いた扉の割合',
    },
  },
};
