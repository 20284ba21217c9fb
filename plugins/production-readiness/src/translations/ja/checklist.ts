import { type checklist as en } from '../en/checklist';
import { type Translated } from '../translated';

export const checklist: Translated<typeof en> = {
  title: '本番準備',
};
