import { freeMegabytes } from './dataFolder';
import type { Say } from './problem';
import { words } from './words';

const LOOK_EVERY_MS = 60_000;
/** Megabytes under which the operator is told, and over which it is over: apart, so that the edge does not chatter. */
const LOW = 1_000;
const ENOUGH = 1_500;

/** Looks once, and speaks when the disk of the data folder has become short of room or has room again. Returns whether it is short. */
export function lookAtDisk(root: string, isLow: boolean, say: Say, low = LOW, enough = ENOUGH): boolean {
  const free = freeMegabytes(root);
  if (!isLow && free < low) {
    say(words.diskLow(root, free));
    return true;
  }
  if (isLow && free > enough) {
    say(words.diskEnough(root, free));
    return false;
  }
  return isLow;
}

/** Keeps an eye on the disk until the signal. */
export function watchDisk(root: string, say: Say, stop: AbortSignal): void {
  let isLow = lookAtDisk(root, false, say);
  const timer = setInterval(() => {
    isLow = lookAtDisk(root, isLow, say);
  }, LOOK_EVERY_MS);
  stop.addEventListener('abort', () => clearInterval(timer));
}
