import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings/alpha';

/** The settings in Japanese. */
export default createTranslationMessages({
  ref: userSettingsTranslationRef,
  messages: {
    'languageToggle.title': '言語',
    'languageToggle.description': '表示する言語を変える',
    'languageToggle.select': '{{language}}を選ぶ',
    'themeToggle.title': 'テーマ',
    'themeToggle.description': '明るさを変える',
    'themeToggle.select': '{{theme}}を選ぶ',
    'themeToggle.selectAuto': '自動を選ぶ',
    'themeToggle.names.light': 'ライト',
    'themeToggle.names.dark': 'ダーク',
    'themeToggle.names.auto': '自動',
    'signOutMenu.title': 'サインアウト',
    'signOutMenu.moreIconTitle': 'その他',
    'pinToggle.title': 'サイドバーを固定',
    'pinToggle.description': 'サイドバーが畳まれないようにする',
    'pinToggle.switchTitles.unpin': '固定を外す',
    'pinToggle.switchTitles.pin': '固定する',
    'pinToggle.ariaLabelTitle': 'サイドバーの固定',
    'identityCard.title': 'Backstageでの身元',
    'identityCard.userEntity': 'ユーザー',
    'identityCard.ownershipEntities': '所有者になれるもの',
    'emptyProviders.title': '認証プロバイダーはありません',
    'featureFlags.title': '機能フラグ',
    'featureFlags.emptyFlags.title': '機能フラグはありません',
    'settingsLayout.title': '設定',
    sidebarTitle: '設定',
    'profileCard.title': 'プロフィール',
    'appearanceCard.title': '外観',
  },
});
