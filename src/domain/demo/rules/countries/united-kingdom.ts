import { country } from '../country.ts';
import { englishTrades } from '../trades.ts';

/** Ofcom keeps a thousand numbers of each of these for drama. Its mobile range is left out: number checkers refuse it. */
const phones = `+441134960:3, +441144960:3, +441164960:3, +441174960:3, +441184960:3, +441214960:3,
  +441314960:3, +441414960:3, +441514960:3, +441614960:3, +442079460:3, +441914980:3, +442896496:3, +442920180:3`;

export const unitedKingdom = country({
  code: 'GB',
  name: 'UK',
  share: 11,
  men: `Oliver, George, Harry, Jack, Thomas, William, Alfie, Callum, Rhys, Hamish, Alistair, Nigel, Graham, Stuart, Ian, Simon,
    Adeel, Kwame, Gareth, Duncan, Rory, Edward, Rupert, Tariq, Imran`,
  women: `Amelia, Isla, Charlotte, Emily, Poppy, Imogen, Harriet, Beatrice, Fiona, Siobhan, Eilidh, Gemma, Joanne, Nicola,
    Tracey, Aisha, Zara, Bronwen, Cerys, Philippa, Rosalind, Hazel, Ngozi, Shabnam, Kirsty`,
  families: `Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Patel, Robinson, Wright, Thompson, Evans, Walker,
    White, Roberts, Green, Hall, Wood, Jackson, Clarke, Khan, Hughes, Edwards, Campbell, MacDonald, Fraser, Okafor, Hussain,
    Ashworth, Pemberton-Hale, Fitzgerald, O'Neill, Llewellyn, Blackwood, Holloway, Fairweather, Sinclair`,
  cities: `London:EC#A #AB, Manchester:M# #LT, Birmingham:B# #QH, Leeds:LS# #DX, Glasgow:G# #SB, Edinburgh:EH# #NG,
    Bristol:BS# #TR, Cardiff:CF# #EN, Liverpool:L# #PG, Belfast:BT# #JH, Sheffield:S# #GU, Newcastle upon Tyne:NE# #ST`,
  streets: `High Street, Station Road, Church Lane, Victoria Road, Mill Lane, Queens Road, Park Lane, King Street,
    Manor Road, The Crescent`,
  address: '{number} {street}',
  phones,
  companyWords: `Ashdown, Thornbury, Kestrel, Heather Moor, Foxley, Albion, Severn, Wyvern, Blackfriars, Pennine, Rowan,
    Harcourt, Oakham, Marlow, Northumbria, Tamar, Greyfriars, Windermere, Castlegate, Brambles`,
  companyForms: 'Ltd, Limited, PLC, LLP',
  trades: englishTrades,
});
