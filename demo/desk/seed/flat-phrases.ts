export const thanks = [
  'Thank you, it works.',
  'Perfect, thanks.',
  'Solved, thank you very much.',
  'The tenant is happy, so are we.',
];

export const stillBroken = [
  'Unfortunately it is back since {time}.',
  'The tenant says nothing has changed.',
  'Any news? The tenant asks every day.',
  'Here is what you asked for: {count} times since yesterday, last at {time}.',
];

export const internalNotes = [
  'Third flat on this floor this month, look at the floor box.',
  'Tenant phoned as well, was friendly.',
  'Known fault, waiting for the spare part.',
  'Checked the levels: fine.',
];
