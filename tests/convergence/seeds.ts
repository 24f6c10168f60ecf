/** Seeds of random runs that once found a fault; each is played again every time. */
export const keptSeeds: readonly number[] = [
  1,
  // A killed server's unsynced rows counted as synced in the next one: "saved" did not survive the power.
  490160882,
  // The disk counted as well again while an edit shown from memory still waited to be written.
  490714524,
  // The run itself had not noted that an update made offline and sent "again" was new to the server.
  741522288,
]
