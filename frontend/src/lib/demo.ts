/** Whether this is a demonstration: the server says so in a cookie. */
export const isDemo = (): boolean => /(?:^|;\s*)np_demo=1/.test(document.cookie)
