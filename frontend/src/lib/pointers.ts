/** Where a JSON pointer is on the page: `/perspectives/0/name` is `field-perspectives-0-name`. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`

/** What the server says about the field at this pointer. */
export const errorAt = (errors: readonly { pointer: string; detail: string }[], pointer: string): string | undefined => errors.find((error) => error.pointer === pointer)?.detail
