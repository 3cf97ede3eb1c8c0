import {ines, karim} from './people.js';
import {conversation} from './conversation.js';
import {operator, you, type Script} from './script.js';

export const harbourBuilding: Script[] = [
  {
    slug: 'riser-saga',
    opened: '160d',
    subject: 'East riser: short drops in all flats above the sixth floor',
    category: 'connectivity',
    priority: 'high',
    status: 'in_progress',
    description: `All flats above the sixth floor on the east side lose the connection for a few seconds, several times a day, since the lift was modernised.

We keep one ticket for all of them and write every observation here.`,
    thread: conversation('riser-saga', 1000, '6h'),
    unread: 3,
  },
  {
    slug: 'cameras',
    opened: '11d 2h',
    subject: 'Car park cameras cannot be reached from outside',
    category: 'connectivity',
    priority: 'normal',
    status: 'resolved',
    description:
      'The security company reaches none of the eight cameras at 203.0.113.18 since Sunday. Inside the house they work.',
    thread: [
      operator(
        karim,
        '1h',
        'Your router had a new firmware on Sunday which closed port 554 again. It is open now, only for the address of the security company.',
      ),
      you('25m', 'They see all eight. Please make it survive the next firmware.'),
      operator(karim, '1d', 'It is in your profile now and does.'),
    ],
  },
  {
    slug: 'invoice-address',
    opened: '14d',
    subject: 'Invoices still carry our old address',
    category: 'billing',
    priority: 'low',
    status: 'pending',
    description:
      'We moved our office to 2 Quay Street in spring. INV-19877, INV-20102 and INV-20391 show the old address, and our accountant sends them back.',
    thread: [
      operator(
        ines,
        '6h',
        'I can write all three again. Is "Harbour View Apartments Ltd" still the right name above the address?',
      ),
    ],
    unread: 1,
  },
  {
    slug: 'washing-machines',
    opened: '16d 5h',
    subject: 'Payment terminal of the washing machines is offline at night',
    category: 'connectivity',
    priority: 'normal',
    status: 'closed',
    description:
      'Every night from 01:00 to 05:00 the terminal in the laundry shows "no host". Tenants wash for free, the owner is not amused.',
    thread: [
      operator(
        karim,
        '1d',
        'The access point in the laundry switches off at night to save energy, as set by your caretaker in March. Shall we change it?',
      ),
      you('40m', 'Mystery solved. Yes, please leave it on.'),
      operator(karim, '10m', 'Done.'),
    ],
  },
];
