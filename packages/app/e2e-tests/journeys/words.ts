import { checklist as checklistEn } from '../../../../plugins/production-readiness/src/translations/en/checklist';
import { delegation as delegationEn } from '../../../../plugins/production-readiness/src/translations/en/delegation';
import { documentProblem as documentProblemEn } from '../../../../plugins/production-readiness/src/translations/en/documentProblem';
import { inbox as inboxEn } from '../../../../plugins/production-readiness/src/translations/en/inbox';
import { portfolio as portfolioEn } from '../../../../plugins/production-readiness/src/translations/en/portfolio';
import { portfolioViews as portfolioViewsEn } from '../../../../plugins/production-readiness/src/translations/en/portfolioViews';
import { question as questionEn } from '../../../../plugins/production-readiness/src/translations/en/question';
import { review as reviewEn } from '../../../../plugins/production-readiness/src/translations/en/review';
import { slo as sloEn } from '../../../../plugins/production-readiness/src/translations/en/slo';
import { sloPolicy as sloPolicyEn } from '../../../../plugins/production-readiness/src/translations/en/sloPolicy';
import { sloTarget as sloTargetEn } from '../../../../plugins/production-readiness/src/translations/en/sloTarget';
import { sloSigning as sloSigningEn } from '../../../../plugins/production-readiness/src/translations/en/sloSigning';
import { telemetry as telemetryEn } from '../../../../plugins/production-readiness/src/translations/en/telemetry';
import { sloReview as sloReviewEn } from '../../../../plugins/production-readiness/src/translations/en/sloReview';
import { toil as toilEn } from '../../../../plugins/production-readiness/src/translations/en/toil';
import { checklist as checklistJa } from '../../../../plugins/production-readiness/src/translations/ja/checklist';
import { delegation as delegationJa } from '../../../../plugins/production-readiness/src/translations/ja/delegation';
import { documentProblem as documentProblemJa } from '../../../../plugins/production-readiness/src/translations/ja/documentProblem';
import { inbox as inboxJa } from '../../../../plugins/production-readiness/src/translations/ja/inbox';
import { portfolio as portfolioJa } from '../../../../plugins/production-readiness/src/translations/ja/portfolio';
import { portfolioViews as portfolioViewsJa } from '../../../../plugins/production-readiness/src/translations/ja/portfolioViews';
import { question as questionJa } from '../../../../plugins/production-readiness/src/translations/ja/question';
import { review as reviewJa } from '../../../../plugins/production-readiness/src/translations/ja/review';
import { slo as sloJa } from '../../../../plugins/production-readiness/src/translations/ja/slo';
import { sloPolicy as sloPolicyJa } from '../../../../plugins/production-readiness/src/translations/ja/sloPolicy';
import { sloTarget as sloTargetJa } from '../../../../plugins/production-readiness/src/translations/ja/sloTarget';
import { sloSigning as sloSigningJa } from '../../../../plugins/production-readiness/src/translations/ja/sloSigning';
import { telemetry as telemetryJa } from '../../../../plugins/production-readiness/src/translations/ja/telemetry';
import { sloReview as sloReviewJa } from '../../../../plugins/production-readiness/src/translations/ja/sloReview';
import { toil as toilJa } from '../../../../plugins/production-readiness/src/translations/ja/toil';
import { Language } from '../browser/Browser';

/** Texts of the screens, in any language. */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]>;
};

/** What stands on the screen in a language, and what people type in it. */
export interface Words {
  checklist: Texts<typeof checklistEn>;
  delegation: Texts<typeof delegationEn>;
  documentProblem: Texts<typeof documentProblemEn>;
  inbox: Texts<typeof inboxEn>;
  portfolio: Texts<typeof portfolioEn>;
  portfolioViews: Texts<typeof portfolioViewsEn>;
  review: Texts<typeof reviewEn>;
  slo: Texts<typeof sloEn>;
  question: Texts<typeof questionEn>;
  sloPolicy: Texts<typeof sloPolicyEn>;
  sloReview: Texts<typeof sloReviewEn>;
  sloSigning: Texts<typeof sloSigningEn>;
  sloTarget: Texts<typeof sloTargetEn>;
  telemetry: Texts<typeof telemetryEn>;
  toil: Texts<typeof toilEn>;
  /** The title of the item that the journey is about. */
  rollback: string;
  evidence: string;
  otherEvidence: string;
  journey: string;
  beneficiary: string;
  sentence: string;
  why: string;
  exemptionReason: string;
  compensatingControl: string;
  condition: string;
  disputeReason: string;
  ruling: string;
  asked: string;
  reply: string;
  awayReason: string;
  /** What 99.9 % over 28 days means. */
  oneIn: string;
  outage: string;
  /** What 99.8 % means, one step down. */
  lowerOneIn: string;
  lowerOutage: string;
}

// The journeys look for buttons and fields by the words that people see, in the
// language that they chose.
const words: Record<Language, Words> = {
  en: {
    checklist: checklistEn,
    delegation: delegationEn,
    documentProblem: documentProblemEn,
    inbox: inboxEn,
    portfolio: portfolioEn,
    portfolioViews: portfolioViewsEn,
    review: reviewEn,
    slo: sloEn,
    question: questionEn,
    sloPolicy: sloPolicyEn,
    sloReview: sloReviewEn,
    sloSigning: sloSigningEn,
    sloTarget: sloTargetEn,
    telemetry: telemetryEn,
    toil: toilEn,
    rollback: 'Rollback tried, including data changes',
    evidence: 'Rolled back release 412 on 12 November; it took four minutes.',
    otherEvidence:
      'Rolled back on 20 November with a migration, in nine minutes.',
    journey: 'Check out a basket',
    beneficiary: 'Shoppers, on their phones',
    sentence: 'the proportion of checkouts that succeed within 2 seconds',
    exemptionReason:
      'The old alerts go when the new paging tool is there in spring',
    compensatingControl: 'The person on call mutes false alarms every morning',
    condition: 'Show the failover in the next drill',
    disputeReason: 'Payment partners alone use half of what may fail.',
    ruling: 'We keep it for a quarter and talk to the partners first.',
    asked: 'Are retries by the app counted as failures?',
    reply: 'No, only what the shopper sees in the end.',
    awayReason: 'On leave until the eighth of January.',
    why: 'Below that, support gets more calls than it can take.',
    oneIn: '1 in 1,000 may fail',
    outage: '40 m 19 s',
    lowerOneIn: '1 in 500 may fail',
    lowerOutage: '1 h 20 m 38 s',
  },
  ja: {
    checklist: checklistJa,
    delegation: delegationJa,
    documentProblem: documentProblemJa,
    inbox: inboxJa,
    portfolio: portfolioJa,
    portfolioViews: portfolioViewsJa,
    review: reviewJa,
    slo: sloJa,
    question: questionJa,
    sloPolicy: sloPolicyJa,
    sloReview: sloReviewJa,
    sloSigning: sloSigningJa,
    sloTarget: sloTargetJa,
    telemetry: telemetryJa,
    toil: toilJa,
    rollback: 'データ変更を含むロールバックを試した',
    evidence: '11月12日にリリース412を切り戻し、4分で完了しました。',
    otherEvidence: '11月20日に移行を含めて切り戻し、9分かかりました。',
    journey: 'カートの商品を購入する',
    beneficiary: 'スマートフォンで買い物をする人',
    sentence: '2秒以内に成功した購入手続きの割合',
    exemptionReason:
      '春に新しい呼び出しツールを入れるまで、古いアラートが残ります。',
    compensatingControl: '当番が毎朝、不要なアラートを止めています。',
    condition: '次の訓練でフェイルオーバーを確認してください。',
    disputeReason: '決済パートナーの障害だけで、許容分の半分を使っています。',
    ruling: '今四半期は続け、先にパートナーと話し合います。',
    asked: 'アプリの再試行も失敗として数えますか。',
    reply: 'いいえ。最終的にお客様に見えた失敗だけを数えます。',
    awayReason: '1月8日まで休暇のため、判断をお願いします。',
    why: 'これを下回ると、問い合わせにサポートが対応しきれなくなります。',
    oneIn: '1,000',
    outage: '40分19',
    lowerOneIn: '500回に1回',
    lowerOutage: '1時間20分38',
  },
};

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return words[language];
}

/** A text with its gaps filled in. */
export function filled(
  text: string,
  values: Record<string, string | number>,
): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
}

/** The part of a text before its first gap, to look for what follows freely. */
export function beginning(text: string): string {
  return text.split('{{')[0].trim();
}

/** The longest part of a text between its gaps. */
export function longest(text: string): string {
  return text
    .split(/\{\{\w+\}\}/)
    .reduce((most, part) => (part.length > most.length ? part : most))
    .trim();
}
