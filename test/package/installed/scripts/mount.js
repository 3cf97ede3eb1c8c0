const tags = ['isp-support', 'isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket', 'isp-reply-banner'];

/** Mounts every element for a customer who is not signed in, and prints what each shows and what went wrong. */
export async function mount(window, problems) {
  process.on('uncaughtException', error => problems.push(error.message));
  const texts = {};
  for (const tag of tags) {
    const element = window.document.createElement(tag);
    element.setAttribute('api-base', '/api');
    element.token = '';
    const ready = new Promise(resolve => element.addEventListener('isp-ready', resolve));
    window.document.body.append(element);
    await Promise.race([ready, new Promise(resolve => setTimeout(resolve, 5000))]);
    await element.updateComplete;
    texts[tag] = element.shadowRoot.textContent.trim().replace(/\s+/g, ' ');
    element.remove();
  }
  console.log(JSON.stringify({texts, problems}));
  process.exit();
}
