// Puts the elements on the page, as a portal does. The ids of the open tickets are in the address.
const tokenProvider = async ({signal}) => {
  const response = await fetch('/portal/token/short', {signal});
  if (!response.ok) throw new Error('Not signed in');
  return response.text();
};

function add(name, properties = {}) {
  document.body.append(Object.assign(document.createElement(name), {apiBase: '/api', tokenProvider, ...properties}));
}

add('isp-ticket-list');
add('isp-new-ticket');
for (const ticketId of new URLSearchParams(location.search).getAll('ticket')) add('isp-ticket-thread', {ticketId});
