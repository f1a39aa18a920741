import type { CallMessage, Calls, FrameMessage, MannersName } from '../protocol.ts';
import { DrawnPlacement } from './drawn-placement.ts';
import { selectOffers } from './select-offers.ts';
import { show } from './show-look.ts';

type Answers = {
  readonly [Name in keyof Calls]: (wish: Calls[Name]['wish']) => Promise<Calls[Name]['answer']>;
};

/** Says to the page that the frame is there, and does what the page asks for. It speaks to nobody but the page that it was made for. */
export function answerPage(): void {
  const origin = new URL(location.href).searchParams.get('origin');
  if (!origin || window.parent === window) return;
  const post = (message: FrameMessage) => window.parent.postMessage(message, origin);
  const answers = createAnswers(post);
  window.addEventListener('message', (message: MessageEvent) => {
    if (message.source !== window.parent || message.origin !== origin) return;
    const { id, name, wish } = message.data as CallMessage;
    const answer = answers[name] as (wish: unknown) => Promise<unknown>;
    answer(wish).then(
      (answer) => post({ rokt: 'answer', id, answer }),
      (fault: unknown) => post({ rokt: 'answer', id, fault: String(fault) }),
    );
  });
  const { manners, answer } = document.documentElement.dataset;
  post({ rokt: 'here', manners: manners as MannersName, isRefused: answer === 'refused' });
}

/** A frame chooses offers or draws some. */
function createAnswers(post: (message: FrameMessage) => void): Answers {
  let placement: DrawnPlacement | undefined;
  return {
    select: selectOffers,
    async draw(wish) {
      show(wish.look);
      placement = new DrawnPlacement(wish, post);
      await placement.draw();
      return undefined;
    },
    async look(look) {
      show(look);
      return undefined;
    },
    async send({ name, data }) {
      await placement?.send(name, data);
      return undefined;
    },
    // They have come as plain data, which is all that Rokt's asks of them: the offers stay as they were chosen.
    setAttributes: async () => undefined,
  };
}
