import type { PostFile } from '@/api/types'
import { useI18n } from '@/i18n'
import { HangingFiles } from '@/ui/hanging-files'
import { filesChanged } from '../changes'
import { fileAddress } from '../files-api'

interface Props {
  tenant: string
  files: readonly PostFile[]
  /** Of the version before it; none of the first. */
  before: readonly PostFile[] | null
}

/** What hung on a version of a post, and which files came and went with it. */
export function VersionFiles({ tenant, files, before }: Props) {
  const { t } = useI18n()
  const { added, removed } = filesChanged(before ?? files, files)
  const named = (some: readonly PostFile[]) => some.map((file) => file.name).join(', ')
  return (
    <>
      {added.length > 0 ? <p className="np-soft np-small">{t('post-history-files-added', { names: named(added) })}</p> : null}
      {removed.length > 0 ? <p className="np-soft np-small">{t('post-history-files-removed', { names: named(removed) })}</p> : null}
      <HangingFiles files={files} address={(id) => fileAddress(tenant, id)} />
    </>
  )
}
