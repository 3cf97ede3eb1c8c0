const long = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
const short = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', timeZone: 'UTC'});

/** The dates on the usage and billing pages: bills on the first of each month, and the last fourteen days. */
export function pageDates(now: Date): Record<string, string> {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const dates: Record<string, string> = {nextBill: long.format(Date.UTC(year, month + 1, 1))};
  for (let ago = 1; ago <= 6; ago++) dates[`bill${ago}`] = long.format(Date.UTC(year, month + 1 - ago, 1));
  for (let ago = 1; ago <= 14; ago++) dates[`day${ago}`] = short.format(Date.UTC(year, month, day - ago));
  return dates;
}
