import { type question as en } from '../en/question';
import { type Translated } from '../translated';

export const question: Translated<typeof en> = {
  title: '質問',
  ask: '質問する',
  label: '知りたいこと',
  hint: '質問しても、判断したことにはなりません。チームがここで回答し、受信箱にも届きます。',
  send: '質問を送る',
  sent: '質問を送りました。',
  waits: 'まだ回答がありません。',
  answerLabel: 'あなたの回答',
  answer: '回答する',
  answered: '回答を送りました。',
  read: '回答を確認しました',
  readDone: '確認したことを記録しました。',
  history: {
    asked: '{{who}}さんが質問',
    answered: '{{who}}さんが{{asker}}さんに回答',
  },
  short: 'もう少し詳しく入力してください。',
};
