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
  const fault = new URLSearchParams(location.search).get('fault');
  const script = fault ? `/rokt/launcher.js?fault=${encodeURIComponent(fault)}` : '/rokt/launcher.js';
  return { loading: 'eager', 'sdk-url': script };
}
