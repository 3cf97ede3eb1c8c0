const minute = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const tell = (): void => {
  for (const listener of [...listeners]) listener();
};

const watch = (): void => {
  clearInterval(timer);
  timer = undefined;
  if (listeners.size === 0 || document.hidden) return;
  timer = setInterval(tell, minute);
};

const onVisibilityChange = (): void => {
  watch();
  if (!document.hidden) tell();
};

/** Calls the listener every minute while the page is visible. One timer serves every relative time on it. */
export function everyMinute(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', onVisibilityChange);
  listeners.add(listener);
  watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener('visibilitychange', onVisibilityChange);
    watch();
  };
}
