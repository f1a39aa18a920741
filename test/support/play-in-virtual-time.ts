import { VirtualTime } from './virtual-time.ts';

/** Plays a course in a time that passes when `play` says so; `caught` holds the rejections that nobody has handled. */
export async function playInVirtualTime<T>(
  play: (time: VirtualTime, caught: readonly unknown[]) => Promise<T>,
): Promise<T> {
  const time = new VirtualTime();
  const caught: unknown[] = [];
  const catching = (error: unknown) => caught.push(error);
  process.on('unhandledRejection', catching);
  time.install();
  try {
    return await play(time, caught);
  } finally {
    time.restore();
    process.off('unhandledRejection', catching);
  }
}
