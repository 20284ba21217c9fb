/** Search parameter that names the entry whose drawer is open. @internal */
export const ENTRY_PARAM = 'entry';
