// A launcher script as a page loads it: it leaves window.Rokt behind, at once or late, as the test has asked for.
{
  const { late, none } = Object.fromEntries(new URL(document.currentScript.src).searchParams);
  const arrive = () => {
    window.Rokt = window.hostedRokt;
  };
  if (late) setTimeout(arrive, Number(late));
  else if (!none) arrive();
  window.launcherScriptRuns = (window.launcherScriptRuns ?? 0) + 1;
}
