// What a page does for hours, in each of these as often as in a day. They run in the page, with what
// bench/page/harness.js puts there.

const tags = ['isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket', 'isp-reply-banner', 'isp-support'];

/** Keeps account of the timers that are still to run. */
function countTimers() {
  const timers = (window.timers = new Set());
  const {setTimeout: once, setInterval: often, clearTimeout: stop} = window;
  window.setTimeout = (act, ...rest) => {
    const timer = once(
      () => {
        timers.delete(timer);
        act();
      },
      ...rest,
    );
    timers.add(timer);
    return timer;
  };
  window.setInterval = (...parameters) => {
    const timer = often(...parameters);
    timers.add(timer);
    return timer;
  };
  window.clearTimeout = window.clearInterval = timer => {
    timers.delete(timer);
    stop(timer);
  };
}

/** Elements that come, are ready, and go. */
async function mounts(times) {
  for (let index = 0; index < times; index++) {
    const element = document.createElement(window.tags[index % window.tags.length]);
    Object.assign(element, {
      apiBase: '/api',
      ticketId: 't1',
      fetch: bench.fetch,
      token: bench.token,
      persistence: 'none',
    });
    const ready = new Promise(resolve => element.addEventListener('isp-ready', resolve, {once: true}));
    document.body.append(element);
    await ready;
    await element.updateComplete;
    element.remove();
  }
  bench.requests.length = 0;
}

/** One element that shows one ticket after another. */
async function switches(times) {
  const element = document.querySelector('#view');
  for (let index = 0; index < times; index++) {
    window.opened = (window.opened ?? 1) + 1;
    element.ticketId = `t${window.opened}`;
    await element.updateComplete;
    while (!element.shadowRoot.querySelector('.reply')) await new Promise(requestAnimationFrame);
  }
  element.ticketId = 't1';
  await element.updateComplete;
  bench.requests.length = 0;
}

export {countTimers, mounts, switches, tags};
