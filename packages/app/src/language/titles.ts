/**
 * Titles of pages and tabs in Japanese. Plugins fix them in English when the
 * app is put together, and the platform offers them no translation.
 */
const JAPANESE: Record<string, string> = {
  Readiness: '本番準備',
  'Readiness inbox': '受信箱',
  Home: 'ホーム',
  'SLOs as files': 'SLOのファイル入出力',
  'Checklist studio': 'チェックリスト管理',
  Toil: 'トイル',
  Upkeep: '点検',
  Catalog: 'カタログ',
  Overview: '概要',
  Settings: '設定',
  General: '全般',
  'Authentication Providers': '認証プロバイダー',
  'Feature Flags': '機能フラグ',
};

/** A title in a language, or as it is when nobody translated it. */
export function titleIn(language: string, title: string): string {
  return (language === 'ja' && JAPANESE[title]) || title;
}
