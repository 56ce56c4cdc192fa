/** As many characters as the server takes in one contribution; only to count down to it. */
export const MOST = 20_000
