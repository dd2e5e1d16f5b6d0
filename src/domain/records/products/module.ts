import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { addLineItem } from './operations/add-line-item.ts';
import { bulkUpdateProducts } from './operations/bulk-update-products.ts';
import { createProduct } from './operations/create-product.ts';
import { deleteProduct } from './operations/delete-product.ts';
import { exportProducts } from './operations/export-products.ts';
import { followLineItems } from './operations/follow-line-items.ts';
import { getProduct } from './operations/get-product.ts';
import { listLineItems } from './operations/list-line-items.ts';
import { listProducts } from './operations/list-products.ts';
import { orderLineItems } from './operations/order-line-items.ts';
import { removeLineItem } from './operations/remove-line-item.ts';
import { resolveProduct } from './operations/resolve-product.ts';
import { restoreProduct } from './operations/restore-product.ts';
import { unresolvedProducts } from './operations/unresolved-products.ts';
import { updateLineItem } from './operations/update-line-item.ts';
import { updateProduct } from './operations/update-product.ts';

export const productsModule = defineModule({
  name: 'products',
  summary: 'What is sold, and what of it stands in deals.',
  needs: ['currencies', 'deals'],
  operations: [
    listProducts,
    getProduct,
    createProduct,
    updateProduct,
    deleteProduct,
    restoreProduct,
    bulkUpdateProducts,
    exportProducts,
    unresolvedProducts,
    resolveProduct,
    listLineItems,
    addLineItem,
    updateLineItem,
    removeLineItem,
    orderLineItems,
    followLineItems,
  ],
});
