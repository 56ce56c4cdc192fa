import { useState } from 'react'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button, ButtonLink } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type Product, republishProduct, retireProduct } from '../api'

/** What its publishers can do with it, and what readers see of it now. */
export function ProductActs(props: { tenant: string; product: Product; onChanged: (product: Product) => void }) {
  const { t } = useI18n()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const { tenant, product, onChanged } = props
  if (!product.can.change) return null
  const comeBack = async () => {
    setBusy(true)
    setFault(null)
    try {
      onChanged(await republishProduct(tenant, product.id))
      toast(t('product-published'))
    } catch (error) {
      setFault(error)
    } finally {
      setBusy(false)
    }
  }
  const retire = async () => onChanged(await retireProduct(tenant, product.id))
  const notice = product.state === 'draft' ? t('product-is-draft') : product.state === 'retired' ? t('product-is-retired') : product.next ? t('product-has-next', { edition: product.edition + 1 }) : null
  return (
    <section className="np-stack np-stack--tight np-no-print" aria-label={t('product-acts')}>
      {notice ? <Alert kind={product.state === 'published' ? 'info' : 'warning'}>{notice}</Alert> : null}
      <Refused error={fault} />
      <div className="np-row">
        <ButtonLink appearance={product.state === 'published' ? 'secondary' : 'primary'} href={paths.editProduct(tenant, product.id)}>
          {t(product.state === 'draft' || product.next ? 'product-write-on' : 'product-new-edition')}
        </ButtonLink>
        {product.state === 'retired' && !product.next ? (
          <Button busy={busy} onClick={() => void comeBack()}>
            {t('product-come-back')}
          </Button>
        ) : null}
        {product.can.retire ? (
          <ConfirmButton label={t('product-retire')} title={t('product-retire-title')} act={retire} onDone={() => toast(t('product-retired'))}>
            {t('product-retire-text')}
          </ConfirmButton>
        ) : null}
      </div>
    </section>
  )
}
