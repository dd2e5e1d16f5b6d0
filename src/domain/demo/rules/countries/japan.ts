import { country } from '../country.ts';
import { englishTrades } from '../trades.ts';

/** No range is kept for fiction. */
const phones = '+81310000:3, +81610000:3';

export const japan = country({
  code: 'JP',
  name: 'Japan',
  share: 5,
  men: `Hiroshi, Takashi, Kenji, Haruto, Ren, Yuto, Sota, Daiki, Kazuki, Shota, Makoto, Akira, Ryo, Satoshi, Jun'ichi`,
  women: `Yuki, Sakura, Aoi, Hina, Yui, Misaki, Haruka, Ayumi, Naoko, Emi, Keiko, Mariko, Rina, Chiyo, Yōko`,
  families: `Satō, Suzuki, Takahashi, Tanaka, Watanabe, Itō, Yamamoto, Nakamura, Kobayashi, Katō, Yoshida, Yamada, Sasaki,
    Yamaguchi, Matsumoto, Inoue, Kimura, Hayashi, Shimizu, Ōno, Fujiwara, Hasegawa`,
  cities: `Tokyo:100-####, Osaka:530-####, Nagoya:450-####, Fukuoka:810-####, Sapporo:060-####, Kyoto:600-####, Sendai:980-####`,
  streets: `Marunouchi, Chuo-dori, Midosuji, Aoyama, Sakae, Tenjin`,
  address: '{number} {street}',
  phones,
  companyWords: `Asahi, Fuji View, Hikari, Kaede, Midori, Mirai, Sakura, Shirakawa, Tsubame, Umi, Yamabiko, Ginga`,
  companyForms: 'K.K., Co. Ltd., G.K.',
  trades: englishTrades,
});
