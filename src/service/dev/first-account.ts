/** The account of seed samples: what `--dev` starts with. */
export const FIRST_ACCOUNT = {
  accountId: '222',
  apiKey: 'skeletonkey',
  tagId: '253_439d21r21r21321',
} as const;
