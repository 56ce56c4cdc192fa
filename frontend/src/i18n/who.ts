import type { Translate } from './index'

/** Whoever wrote it; somebody who left; or, where nobody learns that, somebody. `author` is what the post says of it. */
export const who = (t: Translate, name: string, author?: string | null): string => name || t(author ? 'post-left' : 'post-nobody')
