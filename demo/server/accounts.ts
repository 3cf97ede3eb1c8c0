import type {DeskContext} from '../desk/context.js';

type Facts = Record<string, string>;

/** Fictional details of each customer for the pages of the portal. */
const details: Record<string, Facts> = {
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

/** The account of the portal's session cookie. */
export async function signedInAccount(
  {store}: DeskContext,
  fetchDesk: (path: string) => Promise<Response>,
): Promise<Account | undefined> {
  const answer = await fetchDesk('/portal/session');
  if (!answer.ok) return undefined;
  const {username} = (await answer.json()) as {username: string};
  const subscriber = (await store.subscribers()).find(each => each.username === username);
  const accountDetails = details[username];
  return subscriber && accountDetails && {...accountDetails, name: subscriber.name, plan: subscriber.plan};
}
