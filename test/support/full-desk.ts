import {createBrowserDesk, type BrowserDesk, type BrowserDeskOptions} from '../../demo/desk/browser.js';

const ticketCount = 60;

/** A desk whose customer has 60 tickets; each that was added has a reply that the customer has not read. */
export async function createFullDesk(options?: BrowserDeskOptions): Promise<BrowserDesk> {
  const desk = createBrowserDesk(options);
  const headers = {Authorization: `Bearer ${await desk.tokenFor()}`, 'Content-Type': 'application/json'};
  const {length: seeded} = (await (await desk.fetch('/api/customer/tickets?limit=100', {headers})).json()).data;
  for (let number = seeded + 1; number <= ticketCount; number++) {
    const body = JSON.stringify({subject: `Problem ${number}`, description: 'The line drops.\n'.repeat(30)});
    const response = await desk.fetch('/api/customer/tickets', {method: 'POST', headers, body});
    await desk.staff.reply((await response.json()).id, 'We are looking into it.\n'.repeat(30));
  }
  return desk;
}
