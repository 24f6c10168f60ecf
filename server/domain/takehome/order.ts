import type { Locale } from '../../../shared/language/locale.ts'
import type { GroupFileKind } from '../../../shared/protocol/http.ts'

/** What somebody may take home: one group's file, everything of a class, or the class itself. Whoever makes one has checked who asks. */
export type Order =
  | { readonly kind: GroupFileKind; readonly classId: string; readonly groupId: string; readonly locale: Locale; readonly participantId: string | null }
  | { readonly kind: 'class'; readonly classId: string; readonly locale: Locale }
  | { readonly kind: 'archive'; readonly classId: string; readonly locale: Locale }
