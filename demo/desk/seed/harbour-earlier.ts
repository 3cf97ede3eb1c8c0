import {anna, ines, karim} from './people.js';
import {note, operator, system, you, type Script} from './script.js';

export const harbourEarlier: Script[] = [
  {
    slug: 'guest-network',
    opened: '21d',
    subject: 'A guest network for the lobby and the roof terrace',
    category: 'installation',
    priority: 'normal',
    status: 'engineer_booked',
    description: "Two access points, a page with our logo, no access to the tenants' networks. What would that cost?",
    thread: [
      operator(
        anna,
        '1d 3h',
        'Two access points and the page: 340.00 once and 12.00 a month. A survey of the terrace comes first.',
      ),
      you('3d', 'Agreed.'),
      system('1h', 'An engineer has been booked for the survey.'),
    ],
  },
  {
    slug: 'power-cut',
    opened: '25d 8h',
    subject: 'After the power cut: twelve flats without internet',
    category: 'connectivity',
    priority: 'high',
    status: 'closed',
    description:
      'Power was off from 06:10 to 07:30. Since then flats 201 to 212 have no internet. The distribution box on the second floor has no light at all.',
    thread: [
      operator(anna, '5m', 'We see all twelve offline. Could the caretaker look whether the fuse marked NET-2 is in?'),
      you('20m', 'It was out. It is in now, lights are coming up.'),
      operator(anna, '10m', 'Twelve of twelve are back.'),
      note(karim, '1h', 'Offer them a UPS for the floor boxes at the next visit.'),
    ],
  },
  {
    slug: 'ipv6',
    opened: '30d',
    subject: 'IPv6: prefix changes each night',
    category: 'general',
    priority: 'low',
    status: 'in_progress',
    description:
      'The delegated prefix changes every night at 03:00 and our door entry system loses its devices. 2001:db8:41:a00::/56 yesterday, 2001:db8:41:b00::/56 today.',
    thread: [
      operator(
        karim,
        '2d',
        'Business lines should have a fixed prefix. I have asked for one for you and write when it is set.',
      ),
    ],
  },
  {
    slug: 'credit-note',
    opened: '41d',
    subject: 'Credit note for the outage in spring is missing',
    category: 'billing',
    priority: 'normal',
    status: 'resolved',
    description:
      'You promised a credit of 186.40 for the outage of 14 hours. It appears on neither of the last two invoices.',
    thread: [
      note(ines, '3h', 'Promised by phone, never entered. Entered now as CN-3312.'),
      operator(ines, '30m', 'You are right and I am sorry. It is credit note CN-3312 and will be on the next invoice.'),
      you('1d', 'Thank you.'),
    ],
  },
];
