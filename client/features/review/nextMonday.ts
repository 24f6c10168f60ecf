const DAYS = 7
const MONDAY = 1
const twoDigits = (figure: number): string => String(figure).padStart(2, '0')

/** yyyy-mm-dd of the Monday after this day, by the device's calendar; on a Monday the next one. */
export function nextMonday(day: Date): string {
  const ahead = (MONDAY - day.getDay() + DAYS) % DAYS || DAYS
  const monday = new Date(day.getFullYear(), day.getMonth(), day.getDate() + ahead)
  return `${monday.getFullYear()}-${twoDigits(monday.getMonth() + 1)}-${twoDigits(monday.getDate())}`
}
