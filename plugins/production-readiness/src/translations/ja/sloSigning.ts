import { type sloSigning as en } from '../en/sloSigning';
import { type Translated } from '../translated';

export const sloSigning: Translated<typeof en> = {
  allowed: '{{window}}{{events}}件のうち{{failures}}件までの失敗は許容',
  period: '今回の期間：{{days}}（{{zone}}）',
  paused:
    '{{target}}なら、直近13週間のうち計測できた{{known}}日中{{paused}}日は、リリースを止めていたはずです。',
  more: '{{target}}と比べて、年間{{amount}}の価値が増えます。',
  less: '{{target}}と比べて、年間{{amount}}の価値が減ります。',
  valueTitle: '得られる価値と、かかる費用',
  worth: '価値',
  costs: '費用',
  notStated: 'チームはまだ示していません。',
  ofChange: '（年間、{{from}}から{{to}}にした場合）',
  ofNine: '（年間、9をひとつ増やして{{to}}にした場合）',
  ofAll: 'これに支えられている金額：年間{{amount}}',
  aYear: '（年間）',
  dependsTitle: '依存しているもの',
  together:
    'すべてが同時に動いている割合：{{target}}（互いに無関係に故障すると仮定）',
  below:
    '{{together}}は、ここで約束する{{target}}を下回ります。依存先の障害を吸収できる場合にだけ守れます。',
  unsigned: '合意した目標値がないもの：{{names}}',
  between: '、',
  warnTitle:
    '{{target}}を守るには、チェックリストで確認できている備えだけでは足りません',
  supports: {
    demo: '現在確認できているのは、お試し向けの備えまでです。このまま合意することもできます。',
    deterministic:
      '現在確認できているのは、日中に復旧する備えまでです。このまま合意することもできます。',
    reactive:
      '現在確認できているのは、オンコールで都度復旧する備えまでです。このまま合意することもできます。',
    proactive:
      '現在確認できているのは、異常に早く気づく備えまでです。このまま合意することもできます。',
    autonomic: '自動で復旧する備えが確認できています。',
  },
  alertsTitle:
    'この目標値に合うアラート（どれも長短2つの時間枠の両方で超えたとき）：',
  alerts: {
    page: '呼び出し：{{long}}と{{short}}のエラー率が{{threshold}}%超（全面停止なら{{fires}}で通知）',
    ticket:
      'チケット：{{long}}と{{short}}のエラー率が{{threshold}}%超（全面停止なら{{fires}}で通知）',
  },
  warnReason: 'それでも合意する理由（任意）',
  warnReasonHint: '10文字以上書くと、合意の記録と一緒に残ります。',
};
