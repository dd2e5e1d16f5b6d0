import { ListPage } from '../records/list/list-page.tsx';

export function AccountsPage() {
  return <ListPage object="account" />;
}
