import { type slo as en } from '../en/slo';
import { type Translated } from '../translated';

export const slo: Translated<typeof en> = {
  title: 'SLO',
};
