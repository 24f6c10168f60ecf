/** Ids of the fields of a USP, as PanelTarget describes them. */
export const fieldOf = (uspId: string, cell: string): string => `usp/${uspId}/${cell}`
/** The button that adds one: `usp/add/<source>`. */
export const addField = (source: string): string => `usp/add/${source}`

export function parseField(field: string): { readonly uspId: string; readonly cell: string } | null {
  const [root, uspId, ...cell] = field.split('/')
  return root === 'usp' && uspId && uspId !== 'add' && cell.length > 0 ? { uspId, cell: cell.join('/') } : null
}
