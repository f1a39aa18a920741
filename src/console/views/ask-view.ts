import { html, type TemplateResult } from 'lit';

/** Asks for the token, which the service has printed. */
export function askView(wasRefused: boolean, unlock: (token: string) => void): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const token = new FormData(event.target as HTMLFormElement).get('token');
    if (typeof token === 'string' && token !== '') unlock(token.trim());
  };
  return html`
    <main class="ask">
      <form class="panel" @submit=${submit}>
        <h1>Upsell console</h1>
        <p>
          The service printed a token when it started: <code>/_dev token …</code>, or you gave it one with
          <code>--dev-token</code>.
        </p>
        <label for="token">Token</label>
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="off"
          required
          aria-describedby="refused"
        />
        <p id="refused" class="wrong" role="alert">
          ${wasRefused ? 'That is not the token of this service.' : ''}
        </p>
        <button class="primary">Open</button>
      </form>
    </main>
  `;
}
