/** What a team may have written down for an item, in both languages. */
export interface EvidenceTexts {
  en: string;
  ja: string;
  /** Where it can be read; `{name}` stands for the entity's name. */
  url?: string;
}

const HANDBOOK = 'https://handbook.minato.example';
const CI = 'https://ci.minato.example';

/** Plausible evidence by item id; automatic items need none. */
export const EVIDENCE: Record<string, EvidenceTexts> = {
  'OWN-4': {
    en: 'Called the escalation number on a Saturday; someone answered after four minutes.',
    ja: '土曜日にエスカレーション先へ電話し、4分で応答がありました。',
  },
  'OWN-5': {
    en: 'Three people deployed and rolled back on their own this quarter.',
    ja: '今四半期は3名がそれぞれ単独でデプロイとロールバックを実施しました。',
  },
  'DSN-1': {
    en: 'Reviewed by the architecture circle before the first commit; two alternatives dropped.',
    ja: '実装前にアーキテクチャ検討会でレビュー済み。代替案を2件見送りました。',
    url: `${HANDBOOK}/design/{name}`,
  },
  'DSN-3': {
    en: 'Hard: the database and the gateway it calls. Soft: caches and metrics; it works without.',
    ja: '必須はデータベースと呼び出し先ゲートウェイ。キャッシュと監視は任意で、無くても動作します。',
  },
  'DSN-4': {
    en: 'Timeout 800 ms, two retries with back-off, then the last known value with a notice.',
    ja: 'タイムアウト800ミリ秒、指数バックオフで2回再試行、その後は直近の値を注記つきで返します。',
  },
  'SLO-3': {
    en: 'Budget gone: features pause, the team works on reliability; the CTO decides disputes.',
    ja: '予算を使い切ったら機能開発を止めて信頼性改善に専念し、意見が割れたらCTOが決めます。',
    url: `${HANDBOOK}/policies/error-budget`,
  },
  'SLO-5': {
    en: 'Three hard dependencies at 99.95% give 99.85%; our target of 99.5% stands on that.',
    ja: '必須の依存先3つ（各99.95%）の積は99.85%で、目標の99.5%を支えられます。',
  },
  'OBS-2': {
    en: '{"level":"info","requestId":"7f3a","event":"order.confirmed"}; no names, no card numbers.',
    ja: '{"level":"info","requestId":"7f3a","event":"order.confirmed"} 氏名もカード番号も含みません。',
  },
  'OBS-3': {
    en: 'Errors go to Sentry, traces are sampled at 5%; checked with a deliberate failure.',
    ja: 'エラーはSentryへ、トレースは5%サンプリング。意図的な失敗で確認しました。',
    url: 'https://sentry.minato.example/{name}',
  },
  'OBS-4': {
    en: 'Four alerts page: burn rate fast and slow, queue age, certificate. The rest makes tickets.',
    ja: '呼び出しは4件（高速・低速バーンレート、キュー滞留、証明書）のみ。ほかはチケットです。',
  },
  'OBS-5': {
    en: 'Seven of seven paging alerts link to a step in the runbook; checked one by one.',
    ja: '呼び出しアラート7件すべてに手順書の該当箇所へのリンクがあることを1件ずつ確認しました。',
    url: `${HANDBOOK}/runbooks/{name}#alerts`,
  },
  'OBS-6': {
    en: 'Reviewed by the SRE group in October; three noisy alerts removed.',
    ja: '10月にSREグループがレビューし、ノイズの多いアラートを3件削除しました。',
  },
  'OBS-7': {
    en: 'Outside-in probe from two cities each minute; certificates warn 30 days ahead.',
    ja: '2都市から毎分の外形監視。証明書は期限の30日前に通知します。',
  },
  'OPS-2': {
    en: 'Walked through the runbook and executed the failover step in staging.',
    ja: '手順書を最初から見直し、ステージングでフェイルオーバー手順を実行しました。',
    url: `${HANDBOOK}/runbooks/{name}`,
  },
  'OPS-3': {
    en: 'Severity table: over 5% of orders failing for 10 minutes is SEV1, and so on in numbers.',
    ja: '重大度表：注文の5%超が10分間失敗したらSEV1、のように数値で定義しています。',
    url: `${HANDBOOK}/incidents/severity`,
  },
  'OPS-4': {
    en: 'Six actions from two postmortems, each with an owner; none is overdue.',
    ja: 'ポストモーテム2件の改善項目6件すべてに担当と期限があり、期限超過はありません。',
    url: `${HANDBOOK}/postmortems?service={name}`,
  },
  'OPS-5': {
    en: 'Game day: the primary database was stopped; recovery took 6 minutes, two findings.',
    ja: '訓練で主データベースを停止。6分で復旧し、改善点が2件見つかりました。',
    url: `${HANDBOOK}/drills/{name}`,
  },
  'REL-1': {
    en: 'Every pull request builds and runs 1200 tests; the main branch is green.',
    ja: 'すべてのプルリクエストでビルドと1200件のテストが走り、mainは成功しています。',
    url: `${CI}/{name}/main/latest`,
  },
  'REL-2': {
    en: 'Merging to main deploys by pipeline; nobody types a command.',
    ja: 'mainへのマージでパイプラインがデプロイします。手入力のコマンドはありません。',
    url: `${CI}/{name}/deploy`,
  },
  'REL-3': {
    en: 'Rolled back the last release including its migration in staging: 7 minutes.',
    ja: 'ステージングで直近のリリースをマイグレーションごとロールバックし、7分で完了しました。',
  },
  'REL-4': {
    en: 'Canary takes 5% for 15 minutes; flag new-flow switches it off in seconds.',
    ja: 'カナリアで5%を15分間。フラグnew-flowで数秒以内に停止できます。',
  },
  'REL-5': {
    en: 'Connections drain for 20 s; no failed request in the last thirty deploys.',
    ja: '20秒かけて接続を切り離します。直近30回のデプロイで失敗リクエストは0件です。',
  },
  'CAP-1': {
    en: 'Peak expected 900 requests/s on Friday evening; load test held 1400 for an hour.',
    ja: '想定ピークは金曜夜の毎秒900件。負荷試験では毎秒1400件を1時間維持しました。',
    url: `${HANDBOOK}/load-tests/{name}`,
  },
  'CAP-2': {
    en: 'Scales from 4 to 20 instances at 60% CPU; 100 requests/s per client.',
    ja: 'CPU60%で4〜20台にスケール。1クライアントあたり毎秒100件に制限しています。',
  },
  'CAP-3': {
    en: 'Restored last night’s backup into a fresh database: 38 minutes; RPO 5 min, RTO 1 h agreed.',
    ja: '前夜のバックアップを新しいDBに復元し38分。RPO5分・RTO1時間で合意しています。',
  },
  'CAP-4': {
    en: 'The team lead owns the cost; an alert comes at 80% of the monthly budget.',
    ja: 'コストはチームリーダーが担当。月次予算の80%で通知が届きます。',
    url: 'https://costs.minato.example/{name}',
  },
  'SEC-1': {
    en: 'Threat model reviewed with security; one accepted risk, written down until spring.',
    ja: 'セキュリティと脅威分析を実施。受容したリスク1件を春までの期限つきで記録しました。',
    url: `${HANDBOOK}/security/reviews/{name}`,
  },
  'SEC-2': {
    en: 'Only the gateway may call it; two people hold break-glass access, logged.',
    ja: '呼び出せるのはゲートウェイのみ。緊急アクセスは2名に限り、記録が残ります。',
  },
  'SEC-3': {
    en: 'All secrets come from the vault at start; nothing in the repository or in images.',
    ja: '秘密情報はすべて起動時にVaultから取得し、リポジトリやイメージには含めていません。',
  },
  'SEC-4': {
    en: 'Critical within 7 days, high within 30, owner on rota; the oldest open one is 11 days.',
    ja: '緊急は7日、高は30日以内。担当は当番制で、未対応の最古は11日です。',
  },
  'SEC-5': {
    en: 'Runtime supported until 2028-04, database until 2029-11; the base image is rebuilt weekly.',
    ja: 'ランタイムは2028年4月、DBは2029年11月までサポート。ベースイメージは毎週更新します。',
  },
  'SEC-6': {
    en: 'Name, address and phone, kept two years; every read leaves an audit record.',
    ja: '氏名・住所・電話番号を2年間保管し、参照のたびに監査ログが残ります。',
  },
};

/** Why a reviewer gives an answer back. */
export const RETURN_COMMENTS = [
  {
    en: 'Thank you. When was this tried, and how long did it take? Please add both.',
    ja: 'ありがとうございます。いつ試し、何分かかったかを書き足してください。',
  },
  {
    en: 'The link leads to the general page. Please point to the part about this service.',
    ja: 'リンク先が全体のページです。このサービスの該当箇所を示してください。',
  },
  {
    en: 'Who is the second person? A head count is enough, without names.',
    ja: '2人目はいますか。名前は不要なので人数だけ書いてください。',
  },
] as const;
