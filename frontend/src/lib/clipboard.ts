/** Only a secure page has a clipboard. */
export const copy = (text: string): Promise<void> => navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
