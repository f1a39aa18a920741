/** The page's window. In Node there is none: then nothing of Rokt's or mParticle's is on it. */
export const page = globalThis as unknown as Window;
