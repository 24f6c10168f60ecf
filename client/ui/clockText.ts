/** "10:42" by the device's zone, with the date when `at` is another day than `now`. */
export function timeOfDay(at: number, now: number, locale: string): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString()
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(sameDay ? {} : { month: 'numeric', day: 'numeric' }) }).format(at)
}

/** "24:15", "1:02:03" from an hour on; rounds up, so that 0:00 is shown at zero and not a second before. Negative: "+1:05", overtime. */
export function clockText(ms: number): string {
  const over = ms < 0
  const whole = over ? Math.floor(-ms / 1_000) : Math.ceil(ms / 1_000)
  const hours = Math.floor(whole / 3_600)
  const minutes = Math.floor((whole % 3_600) / 60)
  const seconds = whole % 60
  const two = (figure: number): string => String(figure).padStart(2, '0')
  return `${over ? '+' : ''}${hours > 0 ? `${hours}:${two(minutes)}` : two(minutes)}:${two(seconds)}`
}
