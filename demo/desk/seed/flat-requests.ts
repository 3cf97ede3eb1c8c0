import {cases, type Case} from './flat-case.js';

const billing = cases(
  'billing',
  [
    'Invoice INV-{invoice}: wrong amount for flat {flat}',
    'It shows {amount} for flat {flat}. According to the contract it should be less.',
    'Which plan did you agree on for this flat?',
    'You are right. The difference will be credited on the next invoice.',
  ],
  [
    'Flat {flat} charged after moving out',
    'The tenant moved out last month and is still on INV-{invoice} with {amount}.',
    'On which date was the flat handed over?',
    'Corrected: {amount} will be credited on the next invoice.',
  ],
  [
    'Reminder for a paid invoice, INV-{invoice}',
    'We paid {amount} on time and got a reminder all the same.',
    'Could you send us the reference of the payment?',
    'The reminder crossed with your payment. Please ignore it.',
  ],
);

const general = cases(
  'general',
  [
    'Flat {flat}: new tenant, please connect',
    'A new tenant moves in on Monday. Please have {speed} Mbps ready from then on.',
    'Will the router that is in the flat be used again?',
    'Flat {flat} is ready. The welcome letter is in the post box.',
  ],
  [
    'Flat {flat}: change of plan to {speed} Mbps',
    'The tenant would like {speed} Mbps from next month.',
    'For the usual twelve months?',
    'Changed as you asked, from the first of the month.',
  ],
);

const other = cases(
  'other',
  [
    'Flat {flat}: television freezes',
    'The television in the {room} freezes for seconds, mostly around {time}. The internet works.',
    'Is the television connected by cable or on Wi-Fi?',
    'Multicast was off on that port. Television should run smoothly now.',
  ],
  [
    'Noise from the box on floor {floor}',
    'The fan in the distribution box rattles. The tenant of flat {flat} complains about it at night.',
    'Can the caretaker let us in tomorrow at {time}?',
    'We have replaced the fan.',
  ],
);

export const flatRequests: readonly Case[] = [...billing, ...general, ...other];
