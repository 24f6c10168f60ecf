/** No person's id has a dash: an answer under such a one is nobody's, and counts. */
export const NOBODY = 'nobody-'
export const isNobody = (participantId: string): boolean => participantId.startsWith(NOBODY)
