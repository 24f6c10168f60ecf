import { ref, type Ref } from 'vue'
import { intakeLimit, type IntakeTable } from '../../../shared/intake/table.ts'
import { type FailureReason, http } from '../../api/http.ts'

/** A workbook on its way through the server, which answers with its tables. */
export function useWorkbookFile(token: () => string | null): { readonly reading: Readonly<Ref<boolean>>; readonly failure: Ref<FailureReason | null>; read(file: File): Promise<IntakeTable | null> } {
  const reading = ref(false)
  const failure = ref<FailureReason | null>(null)
  return {
    reading, failure,
    async read(file) {
      failure.value = null
      if (file.size > intakeLimit.fileBytes) {
        failure.value = 'file-too-large'
        return null
      }
      reading.value = true
      const outcome = await http.readTable(file, token())
      reading.value = false
      if (outcome.ok) return outcome.value
      failure.value = outcome.reason
      return null
    },
  }
}
