import {anna, karim} from './people.js';
import {note, operator, you, type Script} from './script.js';

export const lenaToday: Script[] = [
  {
    slug: 'red-los-light',
    opened: '35m',
    subject: 'Red LOS light on the fibre box, no internet at all',
    category: 'connectivity',
    priority: 'high',
    status: 'open',
    description: `Since about half an hour ago nothing works, on Wi-Fi or by cable.

The small white box on the wall has a red light blinking next to "LOS". PON is off. The router's own lights look normal apart from "Internet", which is orange.

I have pulled the plug of both for two minutes and put them back in. No change. You can reach me on +44 20 7946 0112.`,
  },
  {
    slug: 'evening-slowdown',
    opened: '5h 10m',
    subject: 'Slow speeds in the evening',
    category: 'slow_speed',
    priority: 'normal',
    status: 'in_progress',
    description: `I pay for 300 Mbps. Between 20:00 and 23:00 I get 11 to 18 Mbps, the rest of the day 280 or so.

Measured on a laptop with a cable straight into the router, with nothing else running:
20:15  14 down, 19 up
21:00  11 down, 18 up
22:40  18 down, 20 up

It has been like this every evening this week. Rebooting changes nothing.`,
    thread: [
      operator(
        anna,
        '25m',
        'Hello Léna, thank you for the measurements, they are just what we need. The line to your house is clean, so I have asked our network team to look at the segment you share in the evening.',
      ),
      note(
        karim,
        '40m',
        'Splitter 14 at Saltmarsh is oversubscribed since the new estate came on. Moving ports tonight.',
      ),
      you('12m', 'Thanks! Will it be better tonight already, or should I work from the library tomorrow evening?'),
      operator(
        karim,
        '1h 5m',
        'Hi, Karim from the network team. We are moving your connection to another port tonight between 02:00 and 04:00. You may be without internet for ten minutes. Please measure again tomorrow at 21:00 and tell us here.',
      ),
    ],
    unread: 1,
  },
  {
    slug: 'wifi-bedroom',
    opened: '1d 3h',
    subject: 'Wi-Fi does not reach the back bedroom',
    category: 'wifi',
    priority: 'normal',
    status: 'pending',
    description: `In the living room everything is fast. In the back bedroom the phone shows one bar and video calls freeze. It is about nine metres and two brick walls away.

The network name and the password have not changed since you installed it.`,
    thread: [
      operator(
        anna,
        '2h',
        'Hello, two brick walls are a lot for 5 GHz. Is the phone on the network ending in "-5G" or on the other one?',
      ),
      operator(
        anna,
        '6m',
        'And could you tell me where the router stands: on the floor, in a cupboard, behind the television? A photograph is not needed, a few words will do.',
      ),
    ],
    unread: 2,
  },
];
