import type { IntakeTable } from '../../../shared/intake/table.ts'
import type { ClassArchive } from '../archive/ClassArchive.ts'

/** Work on files that people bring. A file may be made to waste time and memory, so none of it is done on the event loop. */
export interface FileWork {
  /** @throws Refusal, as `readTable`; 'too-fast' when too many files wait already. */
  readTable(bytes: Uint8Array): Promise<IntakeTable>
  packArchive(archive: ClassArchive): Promise<Uint8Array>
  /** @throws Refusal, as `unpackArchive` */
  unpackArchive(bytes: Uint8Array): Promise<ClassArchive>
}
