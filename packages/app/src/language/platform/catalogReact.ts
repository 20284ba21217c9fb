import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';

/** Filters, tables and small parts of the catalog in Japanese. */
export default createTranslationMessages({
  ref: catalogReactTranslationRef,
  messages: {
    'catalogFilter.title': '絞り込み',
    'catalogFilter.buttonTitle': '絞り込み',
    'entityKindPicker.title': '種類',
    'entityLifecyclePicker.title': 'ライフサイクル',
    'entityNamespacePicker.title': '名前空間',
    'entityOwnerPicker.title': '所有者',
    'entityProcessingStatusPicker.title': '処理の状態',
    'entityTagPicker.title': 'タグ',
    'entityTypePicker.title': 'タイプ',
    'entityTypePicker.optionAllTitle': 'すべて',
    'entitySearchBar.placeholder': '検索',
    'favoriteEntity.addToFavorites': 'お気に入りに追加',
    'favoriteEntity.removeFromFavorites': 'お気に入りから外す',
    'userListPicker.defaultOrgName': '会社',
    'userListPicker.personalFilter.title': '自分',
    'userListPicker.personalFilter.ownedLabel': '所有',
    'userListPicker.personalFilter.starredLabel': 'お気に入り',
    'userListPicker.orgFilterAllLabel': 'すべて',
    'entityTableColumnTitle.name': '名前',
    'entityTableColumnTitle.system': 'システム',
    'entityTableColumnTitle.owner': '所有者',
    'entityTableColumnTitle.type': 'タイプ',
    'entityTableColumnTitle.lifecycle': 'ライフサイクル',
    'entityTableColumnTitle.namespace': '名前空間',
    'entityTableColumnTitle.description': '説明',
    'entityTableColumnTitle.tags': 'タグ',
    'entityTableColumnTitle.title': 'タイトル',
    'entityTableColumnTitle.domain': 'ドメイン',
    'entityRelationCard.emptyHelpLinkTitle': '追加の方法を見る',
  },
});
