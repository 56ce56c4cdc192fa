import type { Translate } from './index'

/** Whoever wrote it; where nobody learns that, somebody. */
export const who = (t: Translate, name: string): string => (name === '' ? t('post-nobody') : name)
