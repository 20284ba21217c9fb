import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { orgTranslationRef } from '@backstage/plugin-org/alpha';

/** Pages of people and groups in Japanese. */
export default createTranslationMessages({
  ref: orgTranslationRef,
  messages: {
    'groupProfileCard.groupNotFound': 'グループが見つかりません',
    'groupProfileCard.listItemTitle.entityRef': 'エンティティ参照',
    'groupProfileCard.listItemTitle.email': 'メール',
    'groupProfileCard.listItemTitle.parentGroup': '上位のグループ',
    'groupProfileCard.listItemTitle.childGroups': '下位のグループ',
    'membersListCard.cardLabel': '{{memberName}}のページ',
    'membersListCard.title': '{{groupName}}のメンバー',
    'membersListCard.noMembersDescription':
      'このグループにメンバーはいません。',
    'membersListCard.noSearchResult':
      '「{{searchTerm}}」に当てはまるメンバーはいません。',
    'membersListCard.aggregateMembersToggle.label': '下位のグループも含める',
    'ownershipCard.title': '所有しているもの',
    'ownershipCard.aggregateRelationsToggle.label': '間接的な所有も含める',
    'userProfileCard.userNotFound': 'ユーザーが見つかりません',
    'userProfileCard.listItemTitle.email': 'メール',
    'userProfileCard.listItemTitle.memberOf': '所属',
  },
});
