/** The page's window. In Node there is none: then nothing of Rokt's, mParticle's or a browser's is on it. */
export const page = globalThis as unknown as Partial<Window>;
