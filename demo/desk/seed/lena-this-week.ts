import {anna, ines, karim} from './people.js';
import {note, operator, system, you, type Script} from './script.js';

export const lenaThisWeek: Script[] = [
  {
    slug: 'typed-markup',
    opened: '2d 6h',
    subject: '**Router page** shows <b>an error</b>',
    category: 'other',
    priority: 'low',
    status: 'open',
    description: `When I open http://192.0.2.1/admin I only see this:

<div class="error"><h1>500</h1><script>alert("session")</script></div>

- first I thought it was my browser
- then I tried \`curl -v http://192.0.2.1/\` and it is the same
- _nothing_ changed on my side

1 < 2 && 3 > 2, and [this](https://example.com/router?a=1&b=2) is the manual I follow.`,
    thread: [
      operator(
        karim,
        '3h',
        'Thank you. That is a known fault of firmware 4.1.2. We will push 4.1.3 to your router during the night.',
      ),
    ],
  },
  {
    slug: 'night-drops',
    opened: '4d 2h',
    subject: 'انقطاع الإنترنت كل ليلة بعد منتصف الليل',
    category: 'connectivity',
    priority: 'normal',
    status: 'in_progress',
    description: `السلام عليكم،

ينقطع الإنترنت كل ليلة بين الساعة 00:30 و 01:00 لمدة عشر دقائق تقريبًا، ثم يعود وحده. الأضواء على الراوتر تبقى خضراء طوال الوقت.

أعدت تشغيل الجهاز مرتين دون فائدة. رقم الهاتف: +44 20 7946 0112`,
    thread: [
      operator(
        karim,
        '9h',
        'وعليكم السلام، شكرًا على التفاصيل. نرى الانقطاع نفسه على المحوّل في شارعكم وسنستبدله هذا الأسبوع.',
      ),
      you('3h', 'شكرًا جزيلًا.'),
    ],
  },
  {
    slug: 'second-socket',
    opened: '5d 1h',
    subject: 'A second socket in the study',
    category: 'installation',
    priority: 'normal',
    status: 'engineer_booked',
    description:
      'I would like a network socket in the study upstairs. The conduit from the fibre box is there already.',
    thread: [
      operator(
        anna,
        '1d',
        'With pleasure. An engineer can come on Thursday between 09:00 and 12:00. The visit costs 45.00 and appears on your next invoice.',
      ),
      you('2h', 'Thursday is fine. Somebody will be at home from 9.'),
      system('5m', 'An engineer has been booked for Thursday, 09:00 to 12:00.'),
    ],
  },
  {
    slug: 'charged-twice',
    opened: '6d 4h',
    subject: 'Charged twice for the same invoice',
    category: 'billing',
    priority: 'normal',
    status: 'resolved',
    description: `Invoice INV-20418 for 39.90 was taken from my account twice: on the 3rd and again on the 5th.

I dispute the second payment of 39.90 and would like it back on the same account, please.`,
    thread: [
      note(
        ines,
        '30m',
        'Confirmed in the bank file: the direct debit run of the 5th was sent again for 212 accounts. Refund batch is being prepared.',
      ),
      operator(
        ines,
        '2h',
        'I am sorry about this. The second payment was our mistake. I have sent 39.90 back to you; it takes two to three working days.',
      ),
      you('3d', 'It has arrived. Thank you for being so quick!'),
    ],
  },
];
