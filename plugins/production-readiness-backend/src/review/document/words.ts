import {
  ItemState,
  Language,
  ReviewMode,
  ReviewStanding,
} from '@prodready/backstage-plugin-production-readiness-common';

/** The words of a review document, which no screen draws. */
export interface DocumentWords {
  heading: string;
  entity: string;
  phase: string;
  result: string;
  opened: string;
  submitted: string;
  decided: string;
  decidedFor: string;
  validUntil: string;
  forGood: string;
  trafficCap: string;
  waited: string;
  days: string;
  note: string;
  comment: string;
  checklist: string;
  conditions: string;
  condition: string;
  due: string;
  met: string;
  notMet: string;
  items: string;
  item: string;
  state: string;
  evidence: string;
  answered: string;
  accepted: string;
  until: string;
  reason: string;
  control: string;
  stood: string;
  reconfirmed: string;
  selfCertified: string;
  printed: string;
  states: Record<ItemState, string>;
  standings: Record<ReviewStanding, string>;
  modes: Record<ReviewMode, string>;
}

const en: DocumentWords = {
  heading: 'Production readiness review',
  entity: 'Entity',
  phase: 'Phase',
  result: 'Result',
  opened: 'Opened by',
  submitted: 'Submitted by',
  decided: 'Decided by',
  decidedFor: 'Decided as',
  validUntil: 'Valid until',
  forGood: 'for good',
  trafficCap: 'Traffic allowed',
  waited: 'Waited for reviewers',
  days: 'days',
  note: 'Note of the team',
  comment: 'Comment of the reviewer',
  checklist: 'Checklist',
  conditions: 'Conditions',
  condition: 'Condition',
  due: 'Due',
  met: 'Met',
  notMet: 'not met yet',
  items: 'Items',
  item: 'Item',
  state: 'State',
  evidence: 'Evidence',
  answered: 'Answered',
  accepted: 'Accepted',
  until: 'Counts until',
  reason: 'Reason',
  control: 'Makes up for it',
  stood: 'The items as they stood when it was decided',
  reconfirmed: 'reconfirmed unchanged, without a second person',
  selfCertified: 'certified by the team itself',
  printed: 'Written from the records at',
  states: {
    upcoming: 'upcoming',
    not_applicable: 'not applicable',
    exempt: 'exempt',
    lapsed: 'lapsed',
    regressed: 'regressed',
    returned: 'returned',
    failed: 'needs work',
    unknown: 'unknown',
    attested: 'waiting',
    accepted: 'accepted',
    passed: 'passed',
    open: 'open',
  },
  standings: {
    draft: 'Draft',
    submitted: 'Submitted',
    in_review: 'In review',
    changes_requested: 'Changes requested',
    approved: 'Approved',
    approved_with_conditions: 'Approved with conditions',
    limited_release: 'Limited release',
    withdrawn: 'Withdrawn',
    renewal_due: 'Approved, renewal due',
    lapsed: 'Lapsed',
  },
  modes: {
    reviewers: 'reviewer group',
    peers: 'peers in the team',
    self_certified: 'the team itself',
  },
};

const ja: DocumentWords = {
  heading: '本番準備レビュー',
  entity: '対象',
  phase: 'フェーズ',
  result: '結果',
  opened: '作成者',
  submitted: '提出者',
  decided: '判断した人',
  decidedFor: '判断の区分',
  validUntil: '有効期限',
  forGood: '期限なし',
  trafficCap: '許可されたトラフィック',
  waited: 'レビュー待ちの合計',
  days: '日',
  note: 'チームからの補足',
  comment: 'レビュアーのコメント',
  checklist: 'チェックリスト',
  conditions: '条件',
  condition: '条件',
  due: '期限',
  met: '達成',
  notMet: '未達成',
  items: '項目',
  item: '項目',
  state: '状態',
  evidence: '根拠',
  answered: '回答',
  accepted: '確認',
  until: '有効期限',
  reason: '理由',
  control: '代わりの対策',
  stood: '判断した時点の各項目',
  reconfirmed: '変更なしの再確認（別の人の確認なし）',
  selfCertified: 'チーム自身による確認',
  printed: '記録の出力日時',
  states: {
    upcoming: '今後の項目',
    not_applicable: '対象外',
    exempt: '期限つき適用除外',
    lapsed: '期限切れ',
    regressed: '再対応',
    returned: '追記のお願い',
    failed: '要対応',
    unknown: '取得できません',
    attested: '確認待ち',
    accepted: '確認済み',
    passed: '自動で確認済み',
    open: '未回答',
  },
  standings: {
    draft: '下書き',
    submitted: '提出済み',
    in_review: 'レビュー中',
    changes_requested: '追記のお願い',
    approved: '承認',
    approved_with_conditions: '条件つき承認',
    limited_release: '限定リリース',
    withdrawn: '取り下げ',
    renewal_due: '承認（更新時期）',
    lapsed: '期限切れ',
  },
  modes: {
    reviewers: 'レビュアーのグループ',
    peers: 'チーム内の相互レビュー',
    self_certified: 'チーム自身',
  },
};

/** The words of a document in a language. */
export const DOCUMENT_WORDS: Record<Language, DocumentWords> = { en, ja };
