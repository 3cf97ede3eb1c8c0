import {element} from './element.js';

const format = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});

export const time = iso => element('time', {dateTime: iso}, format.format(new Date(iso)));
