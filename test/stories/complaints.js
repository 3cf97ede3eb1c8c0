const describeNode = ({html, target}) => `  ${target.flat().join(' ')}: ${html}`;

const describeViolation = ({id, help, nodes}) => [`axe: ${help} (${id})`, ...nodes.map(describeNode)].join('\n');

/** What axe found. That it never looked is a complaint too: a story without a report has passed nothing. */
function violationsIn({reporters}) {
  const reports = reporters.filter(({type}) => type === 'a11y');
  if (reports.length === 0) return ['axe did not look at it.'];
  return reports.flatMap(({result: {error, violations = []}}) =>
    error ? [`axe: ${error.message ?? JSON.stringify(error)}`] : violations.map(describeViolation),
  );
}

/** Why a visit to a story, or to a page of documentation, did not go well. */
export function complaintsAbout({type}, {finished, errors, unfinished}) {
  const words = [...errors, ...unfinished.map(id => `${id} did not come to an end.`)];
  // On a page of documentation axe does not look: it does so at each of the page's stories.
  if (words.length === 0 && type === 'story') words.push(...finished.flatMap(violationsIn));
  if (words.length > 0) return words;
  return finished
    .filter(({status}) => status !== 'success')
    .map(({storyId, status}) => `${storyId} ended with: ${status}`);
}
