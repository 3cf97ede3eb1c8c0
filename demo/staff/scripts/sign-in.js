import {signIn, staffPeople} from './desk.js';
import {element} from './element.js';

export async function showSignIn(view, tell) {
  view.hidden = false;
  const people = await staffPeople();
  view.querySelector('[data-people]').replaceChildren(...people.map(person => signInButton(person, tell)));
}

function signInButton({username, name}, tell) {
  const button = element('button', {type: 'button', className: 'button'}, `Sign in as ${name}`);
  button.addEventListener('click', () => signIn(username).then(() => location.reload(), tell));
  return button;
}
