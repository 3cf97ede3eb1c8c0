const people = document.querySelector('[data-subscribers]');
const problem = document.querySelector('[data-problem]');
const template = document.querySelector('[data-card]');

const answer = await fetch('/portal/subscribers');
const {data} = await answer.json();
people.append(...data.map(card));

function card(subscriber) {
  const item = template.content.cloneNode(true);
  item.querySelector('.initials').textContent = initials(subscriber.name);
  item.querySelector('.name').textContent = subscriber.name;
  item.querySelector('.about').textContent = [subscriber.plan, subscriber.town].filter(Boolean).join(' · ');
  const button = item.querySelector('button');
  button.addEventListener('click', () => signIn(subscriber.username, button));
  return item;
}

async function signIn(username, button) {
  problem.textContent = '';
  button.setAttribute('aria-busy', 'true');
  const answer = await fetch('/portal/session', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({username}),
  });
  if (answer.ok) return location.assign(destination());
  button.removeAttribute('aria-busy');
  problem.textContent = 'That did not work. Please try again.';
}

/** Accepts only a URL of this portal: `next` comes from the address bar and may be forged. */
function destination() {
  const next = new URL(new URLSearchParams(location.search).get('next') ?? '/customer', location.origin);
  return next.origin === location.origin ? next.href : '/customer';
}

function initials(name) {
  return name
    .split(/\s+/)
    .map(word => word[0])
    .slice(0, 2)
    .join('');
}
