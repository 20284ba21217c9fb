/** A checklist of two items for Components, as YAML. */
export function tinyChecklist(
  change: {
    id?: string;
    version?: string;
    weight?: 'high' | 'normal';
    /** Of OWN-1. */
    check?: string;
    /** The item to leave out. */
    without?: 'OWN-1' | 'REL-3';
    /** More fields of REL-3. */
    more?: string;
    appliesTo?: string;
  } = {},
): string {
  const items = {
    'OWN-1': `  - id: OWN-1
    section: ownership
    title: { en: Owned by a team, ja: チームが所有している }
    why: { en: A team stays., ja: チームは残ります。 }
    risk: { en: No owner, ja: 所有者が不在 }
    how: { en: Set it., ja: 設定します。 }
    evidence: { en: The catalog., ja: カタログ。 }
    phase: design
    tiers: [1, 2, 3]
    weight: high
    kind: automatic
    reattestDays: live
    check: { ${change.check ?? 'owner.kind: group'} }
`,
    'REL-3': `  - id: REL-3
    section: ownership
    title: { en: Rollback tried, ja: ロールバックを試した }
    why: { en: It will be needed., ja: いつか必要になります。 }
    risk: { en: Rollback untested, ja: 切り戻し未確認 }
    how: { en: Try it., ja: 試します。 }
    evidence: { en: A date., ja: 日付。 }
    phase: pre-production
    tiers: [1, 2]
    weight: ${change.weight ?? 'high'}
    kind: manual
    reattestDays: 180
${change.more ?? ''}`,
  };
  const kept = Object.entries(items)
    .filter(([id]) => id !== change.without)
    .map(([, text]) => text);
  return `apiVersion: production-readiness.io/v1
kind: Checklist
id: ${change.id ?? 'tiny'}
version: ${change.version ?? '1.0.0'}
title: { en: Tiny, ja: 最小 }
description: { en: Two items., ja: 二項目です。 }
appliesTo: { ${change.appliesTo ?? 'entity.kind: component'} }
phases:
  - { id: design, title: { en: Design, ja: 設計 } }
  - { id: pre-production, title: { en: Before, ja: 本番前 } }
levels:
  - { id: bronze, title: { en: Bronze, ja: ブロンズ }, phases: [design] }
  - { id: silver, title: { en: Silver, ja: シルバー }, phases: [design, pre-production] }
sections:
  - { id: ownership, title: { en: Ownership, ja: 所有 } }
items:
${kept.join('')}`;
}
