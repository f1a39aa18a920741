/**
 * Tables for everybody: a wide one scrolls in a box of its own, which the keyboard reaches, since one that is a block itself is no
 * table any more to some screen readers; and a head that says nothing is no head.
 * @param {import('vitepress').MarkdownRenderer} md
 */
export function readableTables(md) {
  const { rules } = md.renderer;
  rules.table_open = () => '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
  rules.table_close = () => '</table></div>\n';
  md.core.ruler.push('empty-heads', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type !== 'th_open' || tokens[index + 1]?.content !== '') return;
      token.tag = 'td';
      tokens[index + 2].tag = 'td';
    });
  });
}
