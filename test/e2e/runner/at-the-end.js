const undoings = [];
let ending;
let interrupted = false;

/** Remembers how to undo what was started, whatever becomes of it. */
export function atTheEnd(undo) {
  undoings.push(undo);
}

/** Throws once somebody has pressed Ctrl+C: from then on nothing more is started. */
export function assertGoingOn() {
  if (interrupted) throw new Error('Interrupted.');
}

/** Undoes it all, the last first. */
export function end() {
  ending ??= undoAll().finally(() => (ending = undefined));
  return ending;
}

async function undoAll() {
  while (undoings.length > 0) {
    try {
      await undoings.pop()();
    } catch (error) {
      // What cannot be undone keeps nothing else from it.
      console.error(error);
    }
  }
}

const signals = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129};

for (const [signal, exitCode] of Object.entries(signals)) {
  process.once(signal, async () => {
    interrupted = true;
    await end();
    process.exit(exitCode);
  });
}
