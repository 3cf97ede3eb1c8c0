import {anna, karim} from './people.js';
import {note, operator, you, type Script} from './script.js';

export const harbourCurrent: Script[] = [
  {
    slug: 'lift-phone',
    opened: '3h 20m',
    subject: 'Emergency phone in the lift has no line',
    category: 'connectivity',
    priority: 'high',
    status: 'in_progress',
    description: `The emergency phone in lift B has no dial tone since this morning. The lift company says their side is in order and that the adapter in the basement gets no address.

Until it works the lift has to stand still, so this is urgent for us. Caretaker on site: Mr Okafor, +44 20 7946 0187.`,
    thread: [
      note(karim, '4m', 'Regulated service, two hours. Sent Petra.'),
      operator(karim, '10m', 'We have seen it. A colleague is on the way and should be in the basement by 11:30.'),
      you('15m', 'Thank you. Mr Okafor will meet her at the loading ramp.'),
    ],
  },
  {
    slug: 'flat-1204',
    opened: '1d 1h',
    subject: 'Flat 1204: new tenant, no signal at the socket',
    category: 'connectivity',
    priority: 'normal',
    status: 'pending',
    description:
      'The tenant of flat 1204 moved in yesterday. The socket in the living room is dead; the one in the hall works.',
    thread: [operator(anna, '3h', 'Could the caretaker tell us the number printed on the socket in the living room?')],
    unread: 1,
  },
  {
    slug: 'per-flat-invoice',
    opened: '8d',
    subject: 'Invoice with one line per flat',
    category: 'billing',
    priority: 'low',
    status: 'resolved',
    description:
      'Our accountant needs the monthly invoice with one line for each flat. A spreadsheet would be even better.',
    thread: [operator(anna, '1d', 'From this month on you find a spreadsheet beside each invoice under Billing.')],
  },
];
