import {anna, karim} from './people.js';
import {note, operator, you, type Script} from './script.js';

export const harbourFlats: Script[] = [
  {
    slug: 'flat-0307-wifi',
    opened: '2d 4h',
    subject: 'Flat 307: Wi-Fi password lost after factory reset',
    category: 'wifi',
    priority: 'low',
    status: 'resolved',
    description:
      'The tenant pressed the reset pin and now no device connects. The label on the router has been painted over.',
    thread: [
      operator(
        anna,
        '35m',
        'I have set a new password and sent it to the tenant by SMS. Please ask them not to write it on the wall this time.',
      ),
      you('2h', 'Passed on, with a smile. It works.'),
    ],
  },
  {
    slug: 'flat-0911-slow',
    opened: '2d 19h',
    subject: 'Flat 911: 90 Mbps instead of 500 by cable',
    category: 'slow_speed',
    priority: 'normal',
    status: 'in_progress',
    description: `Tenant pays for 500 Mbps. By cable always between 91 and 94, at any time of day. On Wi-Fi in the same room 310.

Tried: two cables, two laptops, the other port of the router.`,
    thread: [
      operator(
        karim,
        '1h',
        'Always just under 100 means that one pair in the cable to the socket is broken. We will measure it.',
      ),
      note(karim, '2m', 'Riser 9, same fault as 905 and 913. Probably the drill of the kitchen fitters.'),
      you('1d', 'The flat is free on Tuesday and Wednesday, key at the desk.'),
    ],
  },
  {
    slug: 'flat-0102-smell',
    opened: '3d 2h',
    subject: 'Flat 102: fibre box is hot and smells',
    category: 'other',
    priority: 'high',
    status: 'closed',
    description: 'The white box behind the door is too hot to touch and smells of plastic. We have pulled the plug.',
    thread: [
      operator(
        anna,
        '3m',
        'You did exactly right, please leave it unplugged. A colleague brings another one within two hours.',
      ),
      operator(karim, '1h 40m', 'Replaced, the old one is with us for examination. The new one runs at 31 degrees.'),
      you('20m', 'Thank you, that was very quick.'),
    ],
  },
  {
    slug: 'flat-1410-games',
    opened: '4d 6h',
    subject: 'Flat 1410: port forwarding for a games console',
    category: 'general',
    priority: 'low',
    status: 'pending',
    description:
      'The tenant asks for UDP 3074 and 3478 to 3480 to be forwarded to 192.168.1.50. Do we do this, or you?',
    thread: [
      operator(karim, '5h', 'The tenant can do it at http://192.168.1.1 under "Ports". Shall I do it for them?'),
    ],
    unread: 1,
  },
];
