import { readGroupWork } from '../../../shared/groupwork/document.ts'
import type { WipeReceipt } from '../../../shared/wipe/receipt.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { Classes } from '../class/Classes.ts'
import { allGroups } from '../class/groups.ts'
import { endClass } from '../class/settings.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import { wipeNames, type NamesParts } from './wipeNames.ts'

/** The end of a class's data, with a word of what is gone. */
export interface Wipe {
  /** The names of customers, everywhere; the class ends with it, and its figures stay. @throws Refusal 'not-found', 'disk-full' */
  names(classId: string): Promise<WipeReceipt>
  /** Everything. @throws Refusal 'not-found' */
  whole(classId: string): Promise<WipeReceipt>
}
export interface WipeParts extends Omit<NamesParts, 'classes'> {
  readonly repository: NamesParts['classes']
  readonly classes: Classes
  /** Tells the devices that are connected, and lets them go. @returns how many. */
  readonly farewell: (classId: string, reason: 'names-wiped' | 'class-wiped') => number
  readonly clock: Clock
  readonly log: Log
}

export function createWipe({ repository, classes, farewell, clock, log, ...parts }: WipeParts): Wipe {
  function begin(classroom: ClassActor): Pick<WipeReceipt, 'title' | 'code' | 'groups' | 'people'> {
    const state = classroom.state()
    return { title: state.title, code: state.code, groups: allGroups(state).length, people: state.participants.length }
  }
  async function countWhole(classroom: ClassActor): Promise<Pick<WipeReceipt, 'customers' | 'checkpoints' | 'answers'>> {
    let customers = 0
    let checkpoints = 0
    for (const { id } of allGroups(classroom.state())) {
      // One that can't be read must not keep the rest from going.
      const doc = await parts.rooms.read(id).catch((error: unknown) => void log.error('class.wipe-uncounted', { documentId: id, error }))
      const work = doc && readGroupWork(doc)
      customers += work ? work.customers.length + work.removedCustomers.length : 0
      checkpoints += (await parts.checkpoints.list(id)).length
    }
    return { customers, checkpoints, answers: parts.answers.all(classroom.id).length }
  }
  return {
    async names(classId) {
      const classroom = classes.get(classId)
      const begun = begin(classroom)
      // Before the end is told: these devices must know that their copies go, whatever still waits on them.
      const devicesTold = farewell(classId, 'names-wiped')
      await classroom.change(endClass)
      // What was being said when the class ended says names, too.
      await classroom.quiet()
      const removed = await wipeNames(classroom, { ...parts, classes: repository })
      log.info('class.names-wiped', { classId, customers: removed.customers })
      return { kind: 'names', ...begun, ...removed, devicesTold, at: clock.now() }
    },
    async whole(classId) {
      const classroom = classes.get(classId)
      const begun = { ...begin(classroom), ...(await countWhole(classroom)) }
      const devicesTold = farewell(classId, 'class-wiped')
      const copies = await classes.wipe(classId)
      return { kind: 'class', ...begun, copies, devicesTold, at: clock.now() }
    },
  }
}
