/** JSX takes any name with a hyphen: what docs/editor-support.md says cannot be seen. */
export const notSeen = <rokt-upsell acount-id="222" oncart-item-updatd={() => undefined} />;
