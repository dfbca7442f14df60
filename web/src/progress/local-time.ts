// Moments as the person's own clock shows them, so that an evening stays on its day after a journey.

/** A moment in ISO 8601 with the offset of this device's clock: "2026-11-20T21:05:00+01:00". */
export function withOffset(moment: Date): string {
  const offset = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const sign = offset < 0 ? "-" : "+";
  const two = (number: number) => String(Math.trunc(number)).padStart(2, "0");
  return `${local}${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/** The day of this device's clock: "2026-11-20". */
export function dayOf(moment: Date): string {
  return withOffset(moment).slice(0, 10);
}

/** Noon of a day on this device's clock, so that no change of the clock moves it to another day. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

/** So many days later, by the calendar. */
export function daysLater(day: string, days: number): string {
  const noon = noonOf(day);
  noon.setDate(noon.getDate() + days);
  return dayOf(noon);
}
