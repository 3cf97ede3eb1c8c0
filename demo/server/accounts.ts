import type {DeskContext} from '../desk/context.js';

type Facts = Record<string, string>;

/** What the pages say of a customer beside name, plan and town: believable, and the same at every visit. */
const particulars: Record<string, Facts> = {
  'lena.moreau': {
    greeting: 'Léna',
    address: '14 Weir Lane, Saltmarsh',
    number: '40 118 226',
    speeds: '300 / 100 Mbps',
    measuredDown: '287',
    measuredUp: '96',
    router: 'Brindle Hub 3',
    usedThisMonth: '412',
    usedLastMonth: '538',
    price: '£34.00',
    invoice: 'B-40118',
    bankEnding: '4417',
  },
  'harbour.view': {
    greeting: 'Harbour View Apartments',
    address: '1 Quay Street, Port Ellory',
    number: '70 002 913',
    speeds: '1000 / 1000 Mbps',
    measuredDown: '948',
    measuredUp: '951',
    router: 'Rack gateway, 220 flats',
    usedThisMonth: '68,204',
    usedLastMonth: '91,377',
    price: '£2,640.00',
    invoice: 'B-70002',
    bankEnding: '0952',
  },
};

export type Account = Facts;

/** Reads the portal's session as a page of the portal would: from the cookie, and never from what the page says. */
export async function signedInAccount(
  {store}: DeskContext,
  askDesk: (path: string) => Promise<Response>,
): Promise<Account | undefined> {
  const answer = await askDesk('/portal/session');
  if (!answer.ok) return undefined;
  const {username} = (await answer.json()) as {username: string};
  const subscriber = (await store.subscribers()).find(each => each.username === username);
  const rest = particulars[username];
  return subscriber && rest && {...rest, name: subscriber.name, plan: subscriber.plan};
}
