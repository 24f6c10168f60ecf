/** What one class can hold; beyond it a command is refused with 'too-many' or 'group-full'. */
export const MAX_PEOPLE = 400
/** Everybody in one room of 300 may first crowd into a few groups, so this is generous; the trainer moves people later. */
export const MAX_GROUP_MEMBERS = 60
/** A page that has joined connects within seconds; after this long its seat was never used. */
export const UNUSED_SEAT_MS = 120_000
export const MAX_MESSAGES = 100
export const MAX_POINTS_ENTRIES = 400
export const MAX_POLLS = 60
export const MAX_RECENT_COMMANDS = 200
export const MAX_WARNINGS = 10
/** Of a day in which somebody goes to and fro all the time, the latest. */
export const MAX_STAYS = 150
/** What is being typed when the time is up still gets in. */
export const LOCK_GRACE_MS = 10_000
/** A longer gap between two ticks of one second: the laptop slept. */
export const SLEEP_GAP_MS = 5_000
