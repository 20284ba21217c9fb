import type { documentProblem as english } from '../en/documentProblem';

/** What is wrong in a checklist document, by its code. */
export const documentProblem: Record<keyof typeof english, string> = {
  file_too_large:
    'ファイルが{{most}} KiBを超えています。複数のチェックリストに分けてください。',
  file_too_deep: '入れ子が{{most}}段を超えています。階層を浅くしてください。',
  file_empty: 'ファイルが空です。チェックリストを書いてください。',
  file_several_documents:
    '1つのファイルに複数のドキュメントがあります。1ファイルに1つのチェックリストだけを書いてください。',
  aliases_too_many:
    'エイリアスが{{most}}個を超えています。繰り返す部分をそのまま書いてください。',
  aliases_multiply:
    'エイリアスが互いに掛け合わさって膨れ上がります。繰り返す部分をそのまま書いてください。',
  yaml_duplicate_key:
    '同じフィールドが2回書かれています。どちらかを消してください。',
  yaml_indentation:
    '字下げが上の行と合っていません。タブではなく空白を使い、同じオブジェクトのフィールドの位置をそろえてください。',
  yaml_unreadable: 'YAMLとして読めません（{{reason}}）。',
  unknown_fields:
    '{{fields}}はこの形式にないフィールドです。消すか、名前を直してください。',
  missing_text: 'この項目がありません。文字列を書いてください。',
  missing_number: 'この項目がありません。数値を書いてください。',
  missing_list: 'この項目がありません。リストを書いてください。',
  missing_object:
    'この項目がありません。フィールドを持つオブジェクトを書いてください。',
  not_quoted: 'ここは文字列です。引用符で囲んでください。',
  not_text: 'ここには文字列を書いてください。',
  not_number: 'ここには数値を書いてください。',
  not_whole_number: 'ここには整数を書いてください。',
  not_list: 'ここにはリストを書いてください。',
  not_object: 'ここにはフィールドを持つオブジェクトを書いてください。',
  not_one_of: '次のどれかを書いてください：{{values}}',
  text_too_short: '短すぎます。{{minimum}}文字以上で書いてください。',
  text_too_long: '長すぎます。{{maximum}}文字以内で書いてください。',
  list_too_short: '足りません。{{minimum}}個以上並べてください。',
  list_too_long: '多すぎます。{{maximum}}個以内にしてください。',
  number_too_small: '{{minimum}}以上の値を書いてください。',
  number_too_large: '{{maximum}}以下の値を書いてください。',
  not_storable:
    '文字でない値（NULまたはサロゲートペアの片割れ）が入っています。消してください。',
  not_url: 'http://かhttps://で始まる完全なリンクを書いてください。',
  not_accepted: 'この書き方は使えません（{{reason}}）。',
  not_item_id: 'OWN-1のように、大文字の接頭辞と番号を書いてください。',
  not_slug: '英小文字の単語をハイフンでつないで書いてください。',
  not_version: '1.0.0のようなバージョンを書いてください。',
  not_reattest_days:
    '1から3650までの日数か、live、neverのどれかを書いてください。',
  not_day: '2027-04-01のような日付を書いてください。',
  not_instant: 'slo.reviewByのような、日時を指すパスを書いてください。',
  not_api_version: 'production-readiness.io/v1と書いてください。',
  not_kind: 'Checklistと書いてください。',
  id_twice: '「{{id}}」が2回使われています。それぞれに別のIDを付けてください。',
  no_such_item:
    'このチェックリストに項目「{{id}}」はありません。使えるのは{{known}}です。',
  no_such_phase:
    'このチェックリストにフェーズ「{{id}}」はありません。使えるのは{{known}}です。',
  no_such_section:
    'このチェックリストにセクション「{{id}}」はありません。使えるのは{{known}}です。',
  no_such_source:
    'このチェックリストに出典「{{id}}」はありません。使えるのは{{known}}です。',
  manual_with_check:
    '手動の項目（manual）にcheckは付けられません。hybridにするか、checkを消してください。',
  check_missing:
    '種類が{{kind}}の項目にはcheckが必要です。checkを足すか、manualにしてください。',
  automatic_not_live:
    '自動の項目（automatic）は常に計算し直されます。liveと書いてください。',
  live_not_automatic:
    'liveにできるのは自動の項目（automatic）だけです。日数かneverを書いてください。',
  precondition_not_hybrid:
    'preconditionを持てるのはhybridの項目だけです。消してください。',
  expires_not_automatic:
    'ファクトによって期限が切れるのは自動の項目（automatic）だけです。代わりにreattestDaysを使ってください。',
  automatic_inheritable:
    '自動の項目（automatic）はエンティティごとに計算されます。これを消すか、manualにしてください。',
  tier_twice: '同じティアが2回書かれています。1回だけにしてください。',
  predicate_too_deep: '条件の入れ子が深すぎます。',
  predicate_not_object:
    '条件は{ entity.kind: Component }のようなオブジェクトです。ここに1つ書いてください。',
  predicate_empty:
    '空の条件はすべてに当てはまります。消すか、条件を書いてください。',
  operator_misplaced:
    '{{operator}}はファクトのパスの下に書きます。ここで使えるのは{{known}}だけです。',
  operator_unknown:
    '{{operator}}という演算子はありません。ここで使えるのは{{known}}だけです。',
  operator_not_alone:
    '{{operator}}はほかの条件と並べられません。両方を$allで包んでください。',
  operator_without_list:
    '{{operator}}には、条件を1つ以上並べたリストを書いてください。',
  operators_together: '{{known}}のうち、ちょうど1つを書いてください。',
  no_such_fact:
    '「{{path}}」というファクトはありません。パスは{{known}}のどれかで始まります。',
  no_such_check:
    '「{{path}}」というチェックはありません。checks.<プロバイダー>.<チェック>の形で書いてください。プロバイダーは英小文字の単語をハイフンでつなぎます（例：checks.pushed.build-is-green）。',
  comparison_not_plain:
    '文字列、数値、true、falseか、{ $exists: true }のような演算子と比べてください。複数の値には$inを使います。',
  path_nested:
    '「{{key}}」が入れ子になっています。ドットでつないだ1つのパスで書いてください。',
  exists_not_boolean: '$existsにはtrueかfalseを書いてください。',
  prefix_not_text: '$hasPrefixには空でない文字列を書いてください。',
  in_not_list:
    '$inには、文字列、数値、true、falseを1つ以上並べたリストを書いてください。',
};
