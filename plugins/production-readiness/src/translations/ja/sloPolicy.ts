import { type sloPolicy as en } from '../en/sloPolicy';
import { type Translated } from '../translated';

export const sloPolicy: Translated<typeof en> = {
  title: '許容分を使い切ったときの方針',
  hint: 'そのとき何をするかを、先に合意しておきます。夜中に議論せずに済みます。',
  none: 'まだ合意した方針はありません。各目標値には、リリースを止めるかどうかだけが書かれています。',
  write: '方針を書く',
  openPolicy: '「{{title}}」を開く',
  from: '{{name}}の方針',
  left: '残りが{{percent}}%を切ったら',
  gone: '使い切ったら',
  who: '担当：{{who}}',
  exceptions: 'その間もリリースするもの',
  incidentTitle: '1件の障害で{{percent}}%を超えて使ったら',
  escalation: '意見が分かれたら',
  subject: 'この方針',
  retire: 'この方針の運用を終了する',
  dispute: 'この方針に異議を申し立てる',
  doneWith: {
    uphold: '異議について判断しました。方針は継続します。',
    overturn: '異議について判断しました。方針は無効になりました。',
    retire: '方針の運用を終了しました。',
  },
  signTitle: 'この方針に合意しますか',
  renewTitle: 'この方針のままでよいですか',
  readTitle: 'エラーバジェットの方針',
  disputeTitle: 'この方針を続けますか',
  explained:
    'エラーバジェットは、ユーザーに影響が出るまでに許される失敗の量です。減っていくときにチームが何をするか、誰が担当するかを、先に決めておきます。',
  done: 'この方針は有効になりました。目標値から参照できます。',
  change: '変更',
  request: '合意を依頼する',
  requestAgain: 'もう一度合意を依頼する',
  requested: '依頼しました。合意する人の受信トレイに表示されます。',
  changes: '変わるところ',
  loadError: '方針を読み込めませんでした',
  historyLine: '第{{version}}版「{{title}}」',
  standing: {
    signed: '合意済み：{{title}}',
    replaced:
      '{{title}}（第{{version}}版）。この方針には、より新しい有効な版があります。',
    unsigned: '{{title}}。この方針には現在、合意がありません。',
  },
  unknown:
    '参照している方針が見つかりません。使い切ったときにどうするか、チームに確認してください。',
  choose: 'そのときに従う方針',
  chooseNone: 'なし',
  chooseOld: '{{title}}（これまで参照していた第{{version}}版）',
  chooseHint:
    'ここで使える有効な方針はまだありません。SLOの画面で書くことができます。',
  edit: {
    titleNew: 'エラーバジェットの方針を書く',
    titleEdit: 'エラーバジェットの方針を変更',
    template: '小さなチーム向けのひな形を使う',
    templateHint: '入力欄を埋めます。合わないところは書き換えてください。',
    name: '方針の名前',
    purpose: 'この方針がある理由（任意）',
    steps: '段階ごとの対応',
    budgetLeft: '残りがこの割合を切ったら（%）',
    budgetGone: '使い切ったら',
    action: 'そのときすること',
    responsible: '担当',
    addStep: '手前の段階を追加',
    removeStep: 'この段階を削除',
    exceptions: 'リリースを止めている間も出すもの（1行に1つ）',
    incident: '大きな障害が1件起きたとき',
    incidentUsed: '1件の障害でこの割合を超えて使ったら（%）',
    escalation: '意見が分かれたときに決める人',
    cadence: '次に見直す時期',
    saveAndAsk: '保存して合意を依頼する',
    saveDraft: '下書きとして保存',
    savedAsked: '保存し、合意を依頼しました。',
    savedDraft: '下書きとして保存しました。',
    unchanged: '変更がないため、保存していません。',
    problem: {
      title: '名前を入力してください。',
      action: '何をするかを書いてください。',
      responsible: '担当を書いてください。',
      budgetLeft: '1から99までの整数を、重ならないように入力してください。',
      incident: '1から100までの整数と、すること、担当を入力してください。',
      escalation: '決める人を書いてください。',
    },
  },
  template: {
    title: 'エラーバジェットが減ったときに私たちがすること',
    purpose:
      'ユーザーが気づく影響をもとに、新機能と信頼性のバランスを取るためのものです。誰かを責めるためのものではありません。止めることで、直す時間をつくります。',
    half: {
      action:
        '何に使ったかを全員で確認し、次の2週間で行う改善をひとつ計画します。',
      responsible: 'チーム（週次の打ち合わせで）',
    },
    quarter: {
      action:
        '計画では信頼性の改善を最優先にします。リスクの高い変更は先送りします。',
      responsible: 'チームリーダーとプロダクトオーナー',
    },
    gone: {
      action: '下の例外を除き、目標値を満たすまでリリースを止めます。',
      responsible:
        '止める判断はチームリーダー、待っている人への説明はプロダクトオーナー',
    },
    exceptions:
      'セキュリティとデータ消失の修正\n許容分を使う原因になった問題の修正\n法令や契約で期日が決まっているもの',
    incident: {
      action:
        '誰も責めないポストモーテムを開き、最も重要な改善に担当と期限を決めます。',
      responsible: 'その時のオンコール担当とチームリーダー',
    },
    escalation:
      'プロダクトオーナーとチームリーダーが相談して決めます。決まらないときは、CTOが1営業日以内に決めます。',
  },
};
