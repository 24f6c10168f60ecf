/** A mouse or a pen: a field may take the focus by itself there, no keyboard slides over the page. */
export const hasFinePointer = (): boolean => typeof matchMedia === 'function' && matchMedia('(hover: hover) and (pointer: fine)').matches
