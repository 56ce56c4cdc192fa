import { useQuery } from '@tanstack/react-query'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { Dialog } from '@/ui/dialog'
import { Refused } from '@/ui/refused'
import { Skeleton } from '@/ui/states'
import { versionsQuery } from '../api'
import { wordsOf } from '../changes'
import { Changes, PlainText } from './changed-text'
import { VersionFiles } from './version-files'

/** Every version of a post, the newest first, each with what changed in it. */
export default function HistoryDialog({ tenant, post, onClose }: { tenant: string; post: Post; onClose: () => void }) {
  const { t, locale } = useI18n()
  const query = useQuery(versionsQuery(tenant, post.id))
  const versions = query.data ? [...query.data.map(({ html, writtenAt, files = [] }) => ({ html, writtenAt, files })), { html: post.html, writtenAt: post.editedAt ?? post.createdAt, files: post.files ?? [] }] : []
  return (
    <Dialog wide title={t('post-history-title', { number: post.seq })} onClose={onClose}>
      <Refused error={query.error} />
      {query.isPending ? <Skeleton lines={3} /> : null}
      {versions
        .map((version, index) => {
          const moment = fullMoment(locale, version.writtenAt)
          const before = versions[index - 1]
          return (
            <section key={version.writtenAt} className="np-stack np-stack--tight">
              <h3>{before ? t('post-history-changed', { moment }) : t('post-history-first', { moment })}</h3>
              {before ? <Changes before={before.html} now={version.html} moment={moment} /> : <PlainText>{wordsOf(version.html)}</PlainText>}
              <VersionFiles tenant={tenant} files={version.files} before={before?.files ?? null} />
            </section>
          )
        })
        .reverse()}
    </Dialog>
  )
}
