import { useState } from 'react'
import { useOwner } from '@/api/session'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { go } from '@/app/links'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { draftProduct, type ProductKind } from '@/features/knowledge/api'
import { KIND, KINDS } from '@/features/knowledge/words'
import { useI18n } from '@/i18n'
import { dropDraft } from '@/lib/drafts'
import { Select } from '@/ui/field'
import { TitleForm } from '@/ui/title-form'

/** Two questions begin a knowledge product: what it is and what it is called. From then on it saves itself. */
export default function NewProductPage({ tenant }: { tenant: string }) {
  const { t, locale } = useI18n()
  const [kind, setKind] = useState<ProductKind>('guide')
  const keyOf = useKey()
  const name = `${useOwner()}/new-product-${tenant}`
  const begin = useMutation({
    mutationFn: (title: string) => {
      const form = { kind, title, lang: locale }
      return draftProduct(tenant, form, keyOf(form))
    },
    onSuccess: (product) => {
      void dropDraft(name)
      go(paths.editProduct(tenant, product.id))
    },
  })
  return (
    <div className="np-measure">
      <PageHead title={t('product-new')} crumb={{ href: paths.knowledge(tenant), name: t('knowledge-title') }} lead={t('product-new-lead')} />
      <TitleForm name={name} label={t('product-title')} error={begin.error} busy={begin.isPending} onBegin={begin.mutate}>
        <Select label={t('product-kind')} value={kind} onChange={(event) => setKind(event.currentTarget.value as ProductKind)}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(KIND[one])}
            </option>
          ))}
        </Select>
      </TitleForm>
    </div>
  )
}
