/** What an upsell leaves on a page, or rather does not. */
export const traceRows = {
  globals: 'No globals: only Lit’s version markers',
  storage: 'No cookie, nothing stored, no database',
  listeners:
    'No listener on the document or the window but for policy violations, which `report()` tells; for `click` too where the engine has no Invoker Commands (WebKitGTK 2.50)',
  network: 'No request but our file, the launcher or the offers, and the offers’ images',
} as const;
