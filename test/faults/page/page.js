// What a portal does to put the elements on its page: the tickets that are open stand in the address.
const tokenProvider = async ({signal}) => {
  const response = await fetch('/portal/token/short', {signal});
  if (!response.ok) throw new Error('Nobody is signed in');
  return response.text();
};

function put(name, properties = {}) {
  document.body.append(Object.assign(document.createElement(name), {apiBase: '/api', tokenProvider, ...properties}));
}

put('isp-ticket-list');
put('isp-new-ticket');
for (const ticketId of new URLSearchParams(location.search).getAll('ticket')) put('isp-ticket-thread', {ticketId});
