/** Seeds of random runs that once found a fault; each is played again every time. */
export const keptSeeds: readonly number[] = [1]
