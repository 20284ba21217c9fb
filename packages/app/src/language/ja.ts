import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { hostTranslationRef } from './translations';

/** Every text of the host itself, in Japanese. */
export default createTranslationMessages({
  ref: hostTranslationRef,
  full: true,
  messages: {
    'nav.menu': 'メニュー',
    'nav.settings': '設定',
    'nav.catalog': 'カタログ',
    'nav.portfolio': '本番準備',
    'nav.inbox': '受信箱',
    'nav.studio': 'チェックリスト',
    'signIn.product': '本番準備',
    'signIn.title': '誰の立場で見ますか？',
    'signIn.lead':
      '架空の会社を舞台に、チェックリスト、署名されたSLO、トイルを試せます。人を選んでひと回りしたら、別の人で戻ってきてください。パスワードは要りません。',
    'signIn.search': '名前・役割・チームで検索',
    'signIn.searchPlaceholder': '名前・役割・チーム',
    'signIn.matches_one': '{{ count }}人',
    'signIn.matches_other': '{{ count }}人',
    'signIn.noMatch':
      '「{{ text }}」に当てはまる人はいません。役割やチームの名前でも探せます。',
    'signIn.clearSearch': '全員を表示',
    'signIn.continueAs': '{{ name }}として続ける',
    'signIn.lastTime': '前回と同じ',
    'signIn.more_one': 'ほか{{ count }}人',
    'signIn.more_other': 'ほか{{ count }}人',
    'signIn.signingIn': '{{ name }}としてサインインしています…',
    'signIn.loading':
      'カタログを読み込んでいます。初回の起動では数秒かかります。',
    'signIn.empty':
      'このカタログには、サインインできる人がいません。--catalog で指定したファイルに User エンティティを追加して、再読み込みしてください。',
    'signIn.failed': '人の一覧を読み込めませんでした：{{ reason }}',
    'signIn.refused':
      '{{ name }}としてサインインできませんでした：{{ reason }}',
    'signIn.retry': 'もう一度試す',
    'signIn.language': '言語',
    'signIn.theme': '外観',
    'signIn.light': 'ライト',
    'signIn.dark': 'ダーク',
    'signIn.developmentOnly':
      '開発専用です。このサインインは本番環境では起動しません。',
    'persona.developer.title': '開発者',
    'persona.developer.sentence':
      'いま直せることは何か。根拠を添えて項目に回答します。',
    'persona.sre.title': 'SRE・レビュアー',
    'persona.sre.sentence': '届いた回答を承認するか、差し戻します。',
    'persona.productOwner.title': 'プロダクトオーナー',
    'persona.productOwner.sentence':
      '署名を待っているものと、その数字の意味が分かります。',
    'persona.cto.title': 'CTO',
    'persona.cto.sentence':
      '責任者が不在のときに署名し、対立に決着をつけます。',
    'persona.platform.title': 'プラットフォームエンジニア',
    'persona.platform.sentence':
      'カタログ全体を見渡し、準備状況と妨げを把握します。',
    'persona.teamLead.title': 'チームリーダー',
    'persona.teamLead.sentence':
      '時間の使いみちと、最初に自動化すべきことが分かります。',
    'persona.security.title': 'セキュリティレビュアー',
    'persona.security.sentence': 'セキュリティに関する回答を承認します。',
    'persona.outsider.title': 'チームの外の人',
    'persona.outsider.sentence':
      '外からは何が見え、何が見えないかを確かめます。',
    'persona.other.title': 'このカタログの人',
    'persona.other.sentence': 'カタログに登録されている全員です。',
  },
});
