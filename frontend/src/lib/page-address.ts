/** Where this page is, without what was asked of it. */
export const pageAddress = (): string => location.href.replace(/[?#].*$/, '')
