import type {TicketConfig} from '../../contract/config.js';
import type {Translator} from '../../i18n/translator.js';
import {isSupported} from './time.js';

/** The channels that have a name. The portal is last: it is where the customer reads this. */
const channelNames = ['email', 'whatsapp', 'sms', 'portal'] as const;

/** When the customer hears from support, and how: sentences for what the operator has configured. */
export function whenYouHear({answers}: TicketConfig, t: Translator): readonly string[] {
  const {usualMinutes, openingHours, channels} = answers;
  const lines = openingHours ? [t('hear.hours', {hours: openingHours})] : [];
  // The engine would write durations and lists in another language.
  if (!isSupported(t.locale)) return lines;
  const known = channelNames.filter(name => channels.includes(name)).map(name => t(`channel.${name}`));
  if (usualMinutes) lines.unshift(t('hear.usual', {duration: formatDuration(usualMinutes, t.formatLocale)}));
  if (channels.join() === 'portal') lines.push(t('hear.portal'));
  else if (known.length > 0)
    lines.push(t('hear.channels', {channels: new Intl.ListFormat(t.locale).format(known)}), t('hear.contactDetails'));
  return lines;
}

/** Rounded up: most replies arrive within this time. */
function formatDuration(minutes: number, locale: string): string {
  const unit = minutes <= 90 ? 'minute' : minutes <= 48 * 60 ? 'hour' : 'day';
  const count = minutes / {minute: 1, hour: 60, day: 24 * 60}[unit];
  return new Intl.NumberFormat(locale, {style: 'unit', unit, unitDisplay: 'long'}).format(Math.ceil(count));
}
