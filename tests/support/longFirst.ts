import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes minutes begins first; begun last, it would keep one core busy and leave the others without work. */
const long = ['/convergence/random.', '/faults/kill.', '/faults/networkMessages.', '/faults/', '/server/archive/']

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((part) => moduleId.includes(part))
  return place < 0 ? long.length : place
}

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other))
  }
}
