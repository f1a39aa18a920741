// mParticle's kit for Rokt, as far as a page sees it: it loads Rokt's launcher script, makes the page's launcher and attaches
// itself to `mParticle.Rokt`, which hands selections over to it from then on.
{
  const TAG_ID = 'rokt-launcher';

  class RoktKit {
    name = 'Rokt';
    moduleId = 181;
    launcher = null;
    filters = {};
    userAttributes = {};

    init({ accountId, launcherUrl }, service, isTest, trackerId, userAttributes) {
      this.userAttributes = userAttributes ?? {};
      const attach = () => this.#attach({ accountId, ...window.mParticle.Rokt.launcherOptions });
      if (window.Rokt?.createLauncher) return attach();
      // A tag that somebody else wrote makes it give up.
      if (document.getElementById(TAG_ID)) return undefined;
      const tag = document.createElement('script');
      tag.id = TAG_ID;
      tag.async = true;
      tag.crossOrigin = 'anonymous';
      tag.fetchPriority = 'high';
      tag.src = launcherUrl;
      tag.onload = attach;
      document.head.append(tag);
      return 'Successfully initialized: Rokt';
    }

    selectPlacements(options) {
      const { filterUserAttributes, userAttributeFilters, filteredUser } = this.filters;
      const all = { ...this.userAttributes, ...options.attributes };
      this.userAttributes = filterUserAttributes?.(all, userAttributeFilters) ?? all;
      const attributes = { ...this.userAttributes, mpid: filteredUser?.getMPID() ?? null };
      return this.launcher.selectPlacements({ ...options, attributes });
    }

    hashAttributes(attributes) {
      return this.launcher.hashAttributes(attributes);
    }

    onUserIdentified(user) {
      this.filters.filteredUser = user;
      this.userAttributes = user.getAllUserAttributes();
    }

    process() {}

    async #attach(options) {
      const launcher = await window.Rokt.createLauncher(options);
      window.Rokt.currentLauncher = launcher;
      this.launcher = launcher;
      this.filters = window.mParticle.Rokt.filters;
      window.mParticle.Rokt.attachKit(this);
    }
  }

  window.mParticle.addForwarder({ name: 'Rokt', constructor: RoktKit, getId: () => 181 });
}
