import {anna, ines, karim} from './people.js';
import {conversation} from './conversation.js';
import {note, operator, system, you, type Script} from './script.js';

export const lenaEarlier: Script[] = [
  {
    slug: 'moving-house',
    opened: '9d',
    subject: 'Moving house at the end of the month',
    category: 'general',
    priority: 'normal',
    status: 'pending',
    description:
      'We are moving to 4 Mill Lane, Saltmarsh. Can the connection move with us, and what do I have to do with the router? The new house has a fibre box from the people before us.',
    thread: [
      operator(
        anna,
        '4h',
        'Congratulations on the new house! Yes, it can. Which date should we switch over, and what number is printed on the fibre box there? It begins with "FB".',
      ),
    ],
  },
  {
    slug: 'line-drops',
    opened: '12d 20h',
    subject: 'Connection drops for a few seconds, many times a day',
    category: 'connectivity',
    priority: 'normal',
    status: 'resolved',
    description: `Video calls freeze and come back after five to ten seconds. It happens by cable too, so it is not the Wi-Fi.

I have started a list of the times and will write them here.`,
    thread: conversation('line-drops', 46, '6h'),
  },
  {
    slug: 'router-replaced',
    opened: '19d 5h',
    subject: 'The new router restarts by itself',
    category: 'connectivity',
    priority: 'high',
    status: 'closed',
    description: 'Since you replaced the router on Monday it restarts about once an hour. The old one never did.',
    thread: [
      operator(
        karim,
        '50m',
        'Its log shows the power failing. Is it on the new power supply that came in the box, or on the old one?',
      ),
      you('20m', 'On the old one, because its cable was longer. I have changed it now.'),
      operator(
        karim,
        '2d',
        'No restart for two days: that was it. I am closing the ticket; write here if it comes back.',
      ),
    ],
  },
  {
    slug: 'paper-bills',
    opened: '27d',
    subject: 'Paper invoices, please',
    category: 'billing',
    priority: null,
    status: 'resolved',
    description: 'My mother looks after the invoices and does not use e-mail. Could they come by post?',
    thread: [operator(ines, '1d 2h', 'Of course. From the next invoice on they come by post, free of charge.')],
  },
  {
    slug: 'duplicate',
    opened: '33d 2h',
    subject: 'Slow again (second ticket, sorry)',
    category: 'slow_speed',
    priority: 'low',
    status: 'closed',
    description: 'I think my first message did not go out, so here it is again: slow in the evening.',
    thread: [system('3h', 'This ticket was merged into your earlier one. Please write there.')],
    acceptsReplies: false,
  },
  {
    slug: 'long-words',
    opened: '48d',
    subject: 'Cannot reach office-gateway-frankfurt-secondary-failover.remote-workers.internal.company.example.com',
    category: null,
    priority: 'normal',
    status: 'closed',
    description: `The address of my employer's gateway:
https://office-gateway-frankfurt-secondary-failover.remote-workers.internal.company.example.com:8443/connect/session/new?realm=remote-workers-saltmarsh&continue=%2Fdesktop%2Fpool%2F0147

Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft is what the page is called.

traceroute stops at 203.0.113.41.`,
    thread: [
      note(karim, '1h', 'Peering with their provider was down at the exchange; nothing to do with her line.'),
      operator(
        karim,
        '20m',
        "A link between us and your employer's provider was down. It is back since 14:20; please try again.",
      ),
      you('35m', 'Works.'),
    ],
  },
  {
    slug: 'static-ip',
    opened: '400d',
    subject: 'Can I have a static IP address?',
    category: 'general',
    priority: 'low',
    status: 'closed',
    description: 'For a small weather station that a few friends look at. One IPv4 address would be enough.',
    thread: [
      operator(anna, '5h', 'You can: it is 3.00 a month. Yours would be 198.51.100.27. Shall I switch it on?'),
      you('1h', 'Yes please.'),
      operator(anna, '15m', 'Done. Please restart the router once.'),
    ],
  },
];
