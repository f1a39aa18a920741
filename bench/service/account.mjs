/** Who asks in the bench. */
export const ACCOUNT = {
  accountId: '222',
  apiKey: 'c2tlbGV0b25rZXlza2VsZXRvbmtleXNrZWxldG9ua2V5',
  tagId: '253_439d21r21r21321',
  origin: 'https://shop.example',
};

/** The headers of a partner's server. */
export const PARTNER = {
  'rokt-api-key': ACCOUNT.apiKey,
  'rokt-tag-id': ACCOUNT.tagId,
  'rokt-session-id': 'ca75f48-ebbd-4d8e-83c3-fdd70893294d',
};

/** The headers of a page. */
export const PAGE = { origin: ACCOUNT.origin, 'accept-language': 'en-US,en;q=0.9' };
