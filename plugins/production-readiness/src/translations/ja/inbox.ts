import { type inbox as en } from '../en/inbox';
import { type Translated } from '../translated';

export const inbox: Translated<typeof en> = {
  title: 'あなたを待っている作業',
};
