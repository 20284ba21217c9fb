import { type roles as en } from '../en/roles';
import { type Translated } from '../translated';

export const roles: Translated<typeof en> = {
  'product-owner': 'プロダクトオーナー（PO）',
  cto: 'CTO',
  'technical-reviewer': '技術レビュー担当',
  'team-member': 'チームメンバー',
};
