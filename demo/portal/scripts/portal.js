import {drawUsage} from './usage-chart.js';
import {tokenProvider} from './token.js';

for (const element of document.querySelectorAll('isp-support, isp-reply-banner')) element.tokenProvider = tokenProvider;

const badge = document.querySelector('[data-unread]');

document.addEventListener('isp-unread-change', event => {
  badge.hidden = event.total === 0;
  badge.replaceChildren(event.total > 99 ? '99+' : String(event.total), visuallyHidden(' unread replies'));
});

document.querySelector('[data-sign-out]').addEventListener('click', async () => {
  for (const element of document.querySelectorAll('isp-support, isp-reply-banner')) await element.logout?.();
  await fetch('/portal/session', {method: 'DELETE'});
  location.assign('/');
});

document.querySelector('[data-locale]')?.addEventListener('change', ({target}) => {
  document.querySelector('isp-support').locale = target.value;
});

const chart = document.querySelector('[data-chart]');
if (chart) drawUsage(chart, document.querySelector('[data-days]').rows);

function visuallyHidden(text) {
  const span = document.createElement('span');
  span.className = 'visually-hidden';
  span.textContent = text;
  return span;
}
