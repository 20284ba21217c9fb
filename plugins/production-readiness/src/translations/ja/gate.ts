import { type gate as en } from '../en/gate';
import { type Translated } from '../translated';

export const gate: Translated<typeof en> = {
  title: 'リリースゲート',
  error: 'リリースゲートを確認できませんでした',
  decision: {
    pass: 'リリースできます',
    warn: '警告つきでリリースできます',
    block: 'リリースを止めます',
  },
  nothing: 'リリースを妨げるものはありません。',
  open_one: 'リリースの可否に関わる項目が{{count}}件残っています。',
  open_other: 'リリースの可否に関わる項目が{{count}}件残っています。',
  mode: {
    warn: 'このティアでは警告だけを行います。',
    block: 'このティアではリリースを止めます。',
  },
  adoption: '導入期間中のため、{{day}}まではリリースを妨げません。',
  grace_one: 'うち{{count}}件は期限切れから間もないため、今は警告だけです。',
  grace_other: 'うち{{count}}件は期限切れから間もないため、今は警告だけです。',
  passed: '{{who}}が一時的に通過を許可しています（{{when}}に終了）。',
  followUp: '{{who}}が通過を許可。{{day}}（{{when}}）までに振り返り',
  breakGlass: '緊急でリリースする',
  breakGlassMeans:
    '緊急時だけに使います。理由は記録に残り、後日あらためて振り返ります。',
  reason: '待てない理由',
  reasonShort: '理由を20文字以上で書いてください。',
  followUpBy: '{{day}}までに振り返る',
  done: '一時的にリリースできるようにしました。',
  close: '結果を記録する',
  whatCame: 'その後どうなりましたか',
  whatCameHint: '10文字以上。記録に残ります。',
  whatCameShort: '10文字以上で書いてください。',
  closed: '記録しました。振り返りは完了です。',
};
