import {anna, karim} from './people.js';
import {note, operator, you, type Script} from './script.js';

export const harbourEarlierFlats: Script[] = [
  {
    slug: 'flat-0512-moved-out',
    opened: '6d 1h',
    subject: 'Flat 512: tenant moved out, please stop the connection',
    category: 'general',
    priority: 'normal',
    status: 'closed',
    description: 'Keys were handed over on Friday. Please stop the connection and the charges from that day.',
    thread: [operator(anna, '2h', 'Stopped as of Friday. The difference is credited on your next invoice.')],
  },
  {
    slug: 'flat-0715-voip',
    opened: '7d 3h',
    subject: 'Flat 715: one-way audio on internet telephone',
    category: 'other',
    priority: 'normal',
    status: 'resolved',
    description:
      'The tenant hears the other side, the other side hears nothing. Only on calls from outside. Device: a grey box by SIP provider example.net.',
    thread: [
      operator(
        karim,
        '1d',
        'SIP ALG was on in the router and rewrote the addresses. It is off now. Could they try a call?',
      ),
      you('4h', 'Both sides hear each other.'),
    ],
  },
  {
    slug: 'flat-1003-japanese',
    opened: '10d',
    subject: '1003号室:インターネットに接続できません',
    category: 'connectivity',
    priority: 'normal',
    status: 'resolved',
    description:
      '昨日の夜からインターネットにつながりません。ルーターの「Internet」ランプが赤く点灯しています。再起動しましたが、変わりません。',
    thread: [
      note(anna, '10m', 'Tenant writes Japanese, answered with the translation desk.'),
      operator(
        anna,
        '2h',
        'ご連絡ありがとうございます。設定を送り直しました。もう一度ルーターの電源を入れ直してください。',
      ),
      you('1h', 'つながりました。ありがとうございます!'),
    ],
  },
];
