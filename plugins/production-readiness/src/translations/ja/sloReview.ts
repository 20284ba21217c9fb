import { type sloReview as en } from '../en/sloReview';
import { type Translated } from '../translated';

export const sloReview: Translated<typeof en> = {
  title: 'この目標値のままでよいですか',
  question: 'ユーザーにとっての使い心地に、満足していますか',
  questionHint: '合意の記録と一緒に残り、次の提案に使われます。',
  choice: {
    high: '満足：ユーザーの役に立っている',
    low: '不満：ユーザーが困っている、苦情がある',
  },
  missing: '満足しているかどうかを選んでから、再度合意してください。',
  said: { high: '満足', low: '不満' },
  adviceTitle: '次の一手（提案）',
  advice: {
    'release-faster':
      'リリースを早めてみてはどうでしょう。このまま見守り、ほかの課題に移るのもよいでしょう。',
    'tighten-calm':
      '目標値を上げてみてはどうでしょう。守れていても、ユーザーはもっと求めています。',
    'cut-alerts':
      '不要なアラートを減らしてみてはどうでしょう。足りなければ、いったん目標値を下げて原因を直すのも手です。',
    'tighten-busy':
      '目標値を上げてみてはどうでしょう。かけている手間が、ユーザーの困りごとに届いていません。',
    'loosen-calm':
      '目標値を下げてみてはどうでしょう。守れていなくても、ユーザーは満足しています。',
    'sensitive-alerts':
      'アラートを敏感にしてみてはどうでしょう。チームより先にユーザーが気づいています。',
    'loosen-busy':
      '目標値を下げてみてはどうでしょう。ユーザーが求めていないものに、手間をかけすぎています。',
    'offload-toil':
      'トイルをチームから減らし、その時間で製品を直してみてはどうでしょう。',
  },
  because: '理由：{{slo}}、{{toil}}、責任者は{{satisfaction}}',
  slo: { met: '目標値を守れた', missed: '目標値を守れなかった' },
  toil: { low: 'チームのトイルは少ない', high: 'チームのトイルが多い' },
  content: { high: '満足', low: '不満' },
};
