import {cases, type Case} from './flat-case.js';

const slowSpeed = cases(
  'slow_speed',
  [
    'Flat {flat}: slow in the evening',
    'The tenant pays for {speed} Mbps and measures {slow} at {time}, by cable. In the morning it is fine.',
    'Could the tenant measure once more after {time}, with everything else switched off?',
    'We have moved the flat to another segment. Please measure again this evening.',
  ],
  [
    'Flat {flat}: {slow} Mbps instead of {speed}',
    'Speed test at {time} in the {room}: {slow} Mbps down. Router restarted twice, no change. Phone and laptop the same.',
    'Is that by cable or on Wi-Fi?',
    'The port had the wrong profile. It has {speed} Mbps now.',
  ],
  [
    'Uploads from flat {flat} take for ever',
    'The tenant works with films and uploads at {time}: never more than {slow} Mbps. Down it is {speed} as it should be.',
    'Which service does the tenant upload to? Some of them are slow themselves.',
    'The upload was capped by an old plan. It is {speed} in both directions now.',
  ],
);

const connectivity = cases(
  'connectivity',
  [
    'Flat {flat}: no internet since {time}',
    'All devices. The "Internet" light of the router is red. Plug pulled, no change.',
    'Which lights are on at the white box, and which of them blink?',
    'The connector in the floor box was loose. It is fixed.',
  ],
  [
    'Flat {flat}: connection drops {count} times a day',
    'It drops for about a minute and comes back by itself, by cable and on Wi-Fi. Today last at {time}.',
    'Has anybody drilled or painted near the socket lately?',
    'We have replaced the router of flat {flat}. No drop since.',
  ],
  [
    'No link on the socket in the {room} of flat {flat}',
    'The socket gives no link. The other sockets in the flat work.',
    'Which number is printed on the socket?',
    'It was not patched in the floor box. It is now.',
  ],
  [
    'Flat {flat} shows a page that asks for payment',
    'Every address leads to a page saying that an invoice is open. Everything is paid, see INV-{invoice}.',
    'Could you send us the date of the payment?',
    'The line was blocked by mistake. It is open again, and I apologise.',
  ],
);

const wifi = cases(
  'wifi',
  [
    'Flat {flat}: weak Wi-Fi in the {room}',
    'Next to the router it is fine, in the {room} there is hardly any Wi-Fi.',
    'Where does the router stand: on the floor, in a cupboard, on a shelf?',
    'A second access point is in the post box of flat {flat}. It only needs power.',
  ],
  [
    'Flat {flat}: devices fall off the Wi-Fi',
    'Devices lose the Wi-Fi {count} times a day and ask for the password again. It was not changed.',
    'Do all devices do that, or only older ones?',
    'We moved the flat to a quieter channel. Please watch it for a day.',
  ],
  [
    'New Wi-Fi password for flat {flat}',
    'The tenant before had guests who still use the network. Could it get another password, please?',
    'To which telephone number may we send it?',
    'Changed, and sent to the tenant by SMS.',
  ],
);

export const flatFaults: readonly Case[] = [...slowSpeed, ...connectivity, ...wifi];
