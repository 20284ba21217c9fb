import { type shell as en } from '../en/shell';
import { type Translated } from '../translated';

export const shell: Translated<typeof en> = {
  error: {
    title: '処理を完了できませんでした',
    field: '対象の項目: {{field}}',
    retry: 'もう一度試す',
    offline: 'サーバーに接続できませんでした。入力した内容は失われていません。',
    busy: 'サーバーが今は応答できません。少し待ってから、もう一度お試しください。入力した内容は失われていません。',
    unexpected: '予期しない問題が起きました。何も保存されていません。',
    notAllowed: 'この内容を見る、または操作する権限がありません',
    notFound: '見つかりませんでした',
    conflict: 'ほかの人が先に変更しました',
  },
  panel: { close: '閉じる' },
  loading: '読み込んでいます',
  pages: {
    portfolio: '本番準備',
    inbox: '本番準備の受信箱',
    studio: 'チェックリスト管理',
  },
};
