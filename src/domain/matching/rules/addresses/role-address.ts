const roleWords = new Set(
  `info information infos contact contacts contactus kontakt contacto contatto contato office buero buro sekretariat
  secretariat secretary reception empfang bureau mail email post postmaster hostmaster webmaster webadmin admin administrator
  administracion administration amministrazione administratie root abuse security noc noreply no-reply donotreply
  do-not-reply mailer-daemon bounce bounces newsletter news marketing press presse prensa stampa media pr sales sale
  vendas ventas vendite vente ventes verkauf vertrieb verkoop salg myynti commercial commerciale comercial orders order
  bestellung bestellungen pedidos ordini commande commandes shop store service services servizio servicio kundenservice
  kundendienst klantenservice customerservice customercare customer.service customers clients client support suporte
  soporte assistenza helpdesk help hilfe ayuda aide it itsupport tech technik technical webshop accounts accounting
  accountspayable accountsreceivable ap ar billing invoice invoices rechnung rechnungen buchhaltung comptabilite compta
  facturacion faturamento fatture contabilita finance finanzen payroll payments hr humanresources rh personal personnel
  jobs job careers career karriere bewerbung bewerbungen recruiting recruitment recrutement talent legal privacy
  datenschutz gdpr dpo compliance purchasing procurement einkauf achats compras acquisti partner partners partnership
  partnerships booking bookings reservations reservation reservas events event team all everyone staff hello hi hallo
  hola bonjour ciao hey welcome enquiries enquiry inquiries inquiry request requests feedback general main central
  zentrale headquarters hq company operations ops logistics versand shipping export import dispatch warehouse lager
  production quality engineering dev developers api editor editorial redaktion redaction redazione subscribe
  unsubscribe list listserv majordomo ceo cfo cto board direction direccion direzione geschaeftsleitung management
  school rectory parish studio gallery museum library hotel restaurant clinic praxis pharmacy apotheke`.split(/\s+/),
);

const trailingCount = /[-_.]?\d{1,2}$/;
/** Shorter words with a number behind them are more often somebody's initials: `ar20`. */
const shortestCounted = 4;

/** Whether the part before the @ names a function such as `info` or `sales` and not a person. `local` in lower case; a `+tag` does not count. */
export function isRoleAddress(local: string): boolean {
  const plus = local.indexOf('+');
  const name = plus > 0 ? local.slice(0, plus) : local;
  if (roleWords.has(name)) return true;
  const words = name.replace(trailingCount, '');
  if (words !== name && words.length >= shortestCounted && roleWords.has(words)) return true;
  const parts = name.split(/[-_.]/);
  return (
    parts.length === 2 &&
    roleWords.has(parts[0] ?? '') &&
    (roleWords.has(parts[1] ?? '') || (parts[1] ?? '').length === 2)
  );
}
