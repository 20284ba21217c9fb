import { type portfolioViews as en } from '../en/portfolioViews';
import { type Translated } from '../translated';

export const portfolioViews: Translated<typeof en> = {
  show: {
    label: '表示の切り替え',
    list: '一覧',
    rollup: '集計',
    trend: '推移',
  },
  blocked: { yes: '止めている項目あり', no: '止めている項目なし' },
  saved: {
    open: '保存した表示',
    none: '保存した表示はまだありません',
    save: 'この表示を保存…',
    title: 'この表示を保存',
    name: '表示の名前',
    hint: '絞り込み・並び順・列が自分用に保存されます。共有するには、このページの URL を送ってください。',
    confirm: '保存',
    cancel: 'キャンセル',
    saved: '表示を保存しました',
    remove: '「{{name}}」を削除',
    removed: '表示を削除しました',
  },
  columns: { open: '列' },
  export: {
    open: '書き出し',
    csv: 'CSV',
    json: 'JSON',
    done: 'ファイルをダウンロードしました',
    failed:
      'ファイルを作成できませんでした。少し待ってからもう一度お試しください。',
  },
  panel: {
    title: '{{entity}}を止めている項目',
    open: '本番準備のページを開く',
    nothing: '止めている項目は今はありません。',
    show: '{{entity}}を止めている項目を表示',
  },
  rollup: {
    by: '集計の単位',
    team: 'チーム',
    system: 'システム',
    domain: 'ドメイン',
    tier: 'ティア',
    entities: '件数',
    blocked: '止まっている',
    inPlace: '充足率',
    total: '全体',
    hint: '必須項目のうち満たしている割合を、分野ごとに示します。チームには配下のグループも含みます。数字を選ぶと、該当するエンティティを表示します。',
    cell: '{{section}}: {{required}} 件中 {{satisfied}} 件',
    none: '必須項目なし',
    blockers: '止めている項目の上位',
    noBlockers: '止めている項目はありません。',
    cut: '止まっている件数の多い {{lines}} 行を表示しています。ほかの行は絞り込んでご覧ください。',
    error: '集計を読み込めませんでした',
  },
  home: {
    nothing: '自分のチームのエンティティを止めている項目はありません。',
    all_one: '{{count}} 件を表示',
    all_other: '全 {{count}} 件を表示',
  },
  column: {
    title: '準備状況',
    blocks_one: '{{count}} 件が止めています',
    blocks_other: '{{count}} 件が止めています',
  },
  trend: {
    inPlace: '必須項目の充足率',
    blocked: '止まっているエンティティ',
    sentence:
      '必須項目の充足率は {{now}}（{{date}}は {{then}}）。止まっているエンティティは {{blockedNow}} 件（同 {{blockedThen}} 件）。',
    hint: '現在の絞り込みに合うエンティティの、これまでの日ごとの推移です。',
    table: '数値を表で見る',
    date: '日付',
    error: '推移を読み込めませんでした',
    short: '履歴はまだありません。プラグインを動かし始めた日から記録されます。',
  },
};
