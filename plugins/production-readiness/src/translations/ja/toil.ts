import { type toil as en } from '../en/toil';
import { type Translated } from '../translated';

export const toil: Translated<typeof en> = {
  title: 'トイル',
};
