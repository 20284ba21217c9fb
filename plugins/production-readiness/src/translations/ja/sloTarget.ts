import { type sloTarget as en } from '../en/sloTarget';
import { type Translated } from '../translated';

export const sloTarget: Translated<typeof en> = {
  TARGET_EMPTY: '99.9のように、割合を書いてください。',
  TARGET_IS_100:
    '100では余裕がなくなり、リリースも変更も、ほかのシステムの障害も、すべて約束違反になります。ユーザーが不満を感じない、いちばん低い数値（たとえば99.9）を書いてください。',
  TARGET_ABOVE_100: '成功する割合なので、100より小さくしてください。',
  TARGET_NOT_POSITIVE: '0より大きくしてください。',
  TARGET_DECIMAL_COMMA: '小数点にはピリオドを使ってください：{{instead}}',
  TARGET_EXPONENT: '指数を使わず、99.9のように書いてください。',
  TARGET_FULL_WIDTH: '半角の数字で書いてください：{{instead}}',
  TARGET_PERCENT_SIGN: '%は不要です。{{instead}}と書いてください。',
  TARGET_TOO_PRECISE: '小数点以下は8桁までです。',
  TARGET_NOT_A_DECIMAL: '99.9のように、数字と小数点だけで書いてください。',
};
