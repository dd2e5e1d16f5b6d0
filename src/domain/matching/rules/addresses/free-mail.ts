const freeMailDomains = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com icloud.com me.com mac.com aol.com aim.com proton.me
  protonmail.com pm.me mail.com email.com usa.com gmx.com zoho.com fastmail.com fastmail.fm hey.com tutanota.com tutanota.de tuta.io
  tuta.com hushmail.com ymail.com rocketmail.com inbox.com lycos.com att.net comcast.net verizon.net sbcglobal.net
  bellsouth.net cox.net charter.net earthlink.net juno.com optonline.net shaw.ca rogers.com sympatico.ca telus.net
  gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de mailbox.org 1und1.de vodafone.de bluewin.ch
  sunrise.ch hispeed.ch aon.at chello.at orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr
  libero.it virgilio.it tiscali.it alice.it tin.it inwind.it iol.it email.it telefonica.net terra.es ono.com
  sapo.pt bol.com.br uol.com.br terra.com.br ig.com.br globo.com btinternet.com sky.com ntlworld.com virginmedia.com
  blueyonder.co.uk talktalk.net tiscali.co.uk ziggo.nl kpnmail.nl xs4all.nl planet.nl hetnet.nl home.nl telenet.be
  skynet.be proximus.be telia.com bredband.net comhem.se online.no getmail.no mail.dk jubii.dk luukku.com suomi24.fi
  wp.pl o2.pl onet.pl interia.pl op.pl poczta.onet.pl seznam.cz centrum.cz email.cz post.cz azet.sk zoznam.sk
  freemail.hu citromail.hu indamail.hu mail.ru bk.ru list.ru inbox.ru rambler.ru yandex.ru yandex.com ya.ru ukr.net
  i.ua abv.bg mail.bg rediffmail.com sify.com qq.com foxmail.com 163.com 126.com sina.com sina.cn sohu.com yeah.net
  139.com 189.cn naver.com hanmail.net daum.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp au.com walla.co.il
  bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz mweb.co.za mailinator.com yopmail.com
  guerrillamail.com 10minutemail.com temp-mail.org trashmail.com`.split(/\s+/),
);

const freeMailFamily = /^(?:yahoo|ymail|hotmail|live|outlook|gmx|aol|windowslive)\.(?:[a-z]{2,3}\.)?[a-z]{2,3}$/;

/** Whether anybody can have an address at this domain, so that it says nothing about a company. `domain` in lower case. */
export function isFreeMailDomain(domain: string): boolean {
  return freeMailDomains.has(domain) || freeMailFamily.test(domain);
}
