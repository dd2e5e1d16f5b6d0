import { ListPage } from '../records/list/list-page.tsx';

export function ContactsPage() {
  return <ListPage object="contact" />;
}
