import { multiplyMoney } from '#platform/money';
import { foldWords } from '#platform/text';

/** What a line item comes to: price × quantity × (100 − discount) %, rounded once, half away from zero. Quantity and discount have two digits. */
export function totalOf(unitPrice: string, currency: string, quantity: number, discount: number): string {
  const hundredths = BigInt(Math.round(quantity * 100)) * BigInt(10_000 - Math.round(discount * 100));
  const text = hundredths.toString().padStart(7, '0');
  return multiplyMoney({ amount: unitPrice, currency }, `${text.slice(0, -6)}.${text.slice(-6)}`).amount;
}

/** The form in which names of products are compared: `GTX Pro` and `gtx-pro` are one, `GTXPro` is another word. */
export function productKey(name: string): string {
  return foldWords(name);
}

/** The product that a text most likely means: the one whose name is the same without spaces, or else nearly so. */
export function likelyProduct<P extends { name: string }>(text: string, products: readonly P[]): P | undefined {
  const bare = (name: string) => productKey(name).replaceAll(' ', '');
  const wanted = bare(text);
  return wanted === '' ? undefined : products.find((one) => bare(one.name) === wanted);
}
