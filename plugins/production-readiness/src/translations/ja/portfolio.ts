import { type portfolio as en } from '../en/portfolio';
import { type Translated } from '../translated';

export const portfolio: Translated<typeof en> = {
  title: 'カタログ全体の本番準備',
};
