import { type sloOwners as en } from '../en/sloOwners';
import { type Translated } from '../translated';

export const sloOwners: Translated<typeof en> = {
  history: '担当の履歴',
  span: '{{from}}〜{{until}}',
  since: '{{from}}から',
  changedBy: '変更：{{who}}さん',
  changedInCatalog: '変更：カタログファイル',
  notInGroup: 'カタログに登録がないか、{{group}}のメンバーではありません',
  oneOf: '次のいずれかの合意：{{roles}}',
};
