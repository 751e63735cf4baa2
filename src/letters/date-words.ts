const MONTHS_NL = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** ISO dates as Dutch letters write them: "21 en 22 oktober 2021", "30 november en 1 december 2021". Dates ascending. */
export function datesInDutch(dates: readonly string[]): string {
  const days = dates.map((date) => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    return { year, month, day };
  });
  const words = days.map((date, i) => {
    const next = days[i + 1];
    const sameYear = next?.year === date.year;
    if (sameYear && next.month === date.month) return String(date.day);
    const month = `${date.day} ${MONTHS_NL[date.month - 1] ?? ''}`;
    return sameYear ? month : `${month} ${date.year}`;
  });
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}
