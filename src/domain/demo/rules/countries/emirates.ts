import { country } from '../country.ts';
import { englishTrades } from '../trades.ts';

/** No range is kept for fiction. */
const phones = '+9714200:4';

/** People write their names in Arabic, from right to left; companies, as is usual there, in Latin letters. */
export const emirates = country({
  code: 'AE',
  name: 'Gulf',
  share: 3,
  men: `محمد=mohammed, أحمد=ahmed, عبد الله=abdullah, خالد=khalid, سلطان=sultan, راشد=rashid, عمر=omar, يوسف=yousef, حمدان=hamdan,
    سعيد=saeed, ماجد=majid, طارق=tariq`,
  women: `فاطمة=fatima, مريم=mariam, عائشة=aisha, نورة=noura, شيخة=sheikha, هند=hind, ليلى=layla, سارة=sara, ريم=reem, موزة=moza,
    لطيفة=latifa, أمل=amal`,
  families: `المنصوري=almansoori, النعيمي=alnuaimi, الشامسي=alshamsi, الكعبي=alkaabi, الزعابي=alzaabi, الحمادي=alhammadi,
    المرزوقي=almarzooqi, البلوشي=albalooshi, الظاهري=aldhaheri, السويدي=alsuwaidi, حداد=haddad, خوري=khoury`,
  cities: `Dubai:, Abu Dhabi:, Sharjah:, Ajman:`,
  streets: `Corniche Road, Al Wasl Road, Airport Road, Marina Walk`,
  address: '{number} {street}',
  phones,
  companyWords: `Al Noor, Al Waha, Desert Rose, Falcon, Gulf Pearl, Oasis, Al Bahar, Golden Dune, Al Safa`,
  companyForms: 'LLC, FZE, PJSC',
  trades: englishTrades,
  titles: `المدير العام/المديرة العامة@Management, الرئيس التنفيذي/الرئيسة التنفيذية@Management, مدير المبيعات/مديرة المبيعات@Sales,
    مدير التسويق/مديرة التسويق@Marketing`,
});
