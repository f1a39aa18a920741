const created = /(\w+)\.createPolicy\("lit-html",(\{createHTML:(\w+)=>\3\})\)/;
const unguarded = /createPolicy\(\s*["'`]lit-html/;

/**
 * Gives lit-html's Trusted Types policy our own name and guards its creation.
 *
 * lit-html creates `lit-html` when it is imported, which throws under a CSP that does not allow the name, and where the
 * page's own Lit has taken it. The build fails when lit-html's text no longer fits, so that this is looked at again;
 * it can go when lit-html lets its user choose the policy.
 * @returns {import('rollup').Plugin}
 */
export function guardedHtmlPolicy() {
  let replaced = false;
  return {
    name: 'guarded-html-policy',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith('/node_modules/lit-html/lit-html.js')) return null;
      replaced = created.test(code);
      const guarded = '(()=>{try{return $1.createPolicy("rokt-upsell-html",$2)}catch{}})()';
      return { code: code.replace(created, guarded), map: null };
    },
    generateBundle(_options, bundle) {
      if (!replaced) this.error('lit-html creates its Trusted Types policy in another way than expected');
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && unguarded.test(chunk.code))
          this.error(`${chunk.fileName} creates the policy "lit-html"`);
      }
    },
  };
}
