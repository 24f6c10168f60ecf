/** Who is on the other end of a connection or request, once the server has checked. */
export type Actor =
  | { readonly role: 'trainer' }
  | { readonly role: 'participant'; readonly classId: string; readonly participantId: string; readonly groupId: string }
  | { readonly role: 'projector'; readonly classId: string }
