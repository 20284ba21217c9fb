/** The smallest checklist document that can be used: one automatic item. */
export const MINIMAL_DOCUMENT = `apiVersion: production-readiness.io/v1
kind: Checklist
id: tiny
version: 1.0.0
title: { en: Tiny, ja: 最小 }
description: { en: One item., ja: 一項目です。 }
phases:
  - { id: design, title: { en: Design, ja: 設計 } }
levels:
  - { id: bronze, title: { en: Bronze, ja: ブロンズ }, phases: [design] }
sections:
  - { id: ownership, title: { en: Ownership, ja: 所有 } }
items:
  - id: OWN-1
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
    check:
      owner.kind: Group
`;
