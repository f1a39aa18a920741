import { computed, onMounted, shallowRef } from 'vue';

type LauncherChoice = 'hosted' | 'first-party';

/** Which launcher the page's address asks for; a server that renders the page ahead of time does not know it. */
export function useLauncherChoice() {
  const choice = shallowRef<LauncherChoice>();
  onMounted(() => {
    choice.value = choiceOfAddress();
  });
  /** The element's attributes for that launcher. */
  const source = computed(() => sourceOf(choice.value));
  return { choice, source };
}

function choiceOfAddress(): LauncherChoice {
  const query = new URLSearchParams(location.search);
  return query.has('fault') || query.get('launcher') === 'hosted' ? 'hosted' : 'first-party';
}

function sourceOf(choice: LauncherChoice | undefined): Readonly<Record<string, string>> {
  // The tag waits.
  if (!choice) return { loading: 'manual' };
  if (choice === 'first-party')
    return { loading: 'eager', 'offers-url': '/offers/madison-square-garden.json' };
  // The stand-in for Rokt's launcher: this page's server by its other name, which is another site.
  const script = `http://localhost:${location.port}/wsdk/integrations/launcher.js${location.search}`;
  return { loading: 'eager', 'sdk-url': script };
}
