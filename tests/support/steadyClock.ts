/**
 * A wall clock that is set back (a virtual machine's under load, for one) makes Vue ignore events that @vue/test-utils
 * triggers: both compare `Date.now()` at mounting with that of the event. For tests of components it only stands still then.
 */
if (typeof document !== 'undefined') {
  const now = Date.now.bind(Date)
  let latest = 0
  Date.now = () => (latest = Math.max(latest, now()))
}
