import { country } from '../country.ts';

/** No range is kept for fiction; a local number that begins with 000 is given to nobody. */
const phones = '+3902000:5, +3906000:5';

export const italy = country({
  code: 'IT',
  name: 'Italia',
  share: 6,
  men: `Marco, Luca, Giuseppe, Francesco, Andrea, Alessandro, Matteo, Lorenzo, Davide, Stefano, Riccardo, Niccolò, Gianluca,
    Pier Paolo, Salvatore, Enzo, Tommaso, Fabrizio, Dario, Ettore`,
  women: `Giulia, Francesca, Chiara, Sara, Martina, Valentina, Elisa, Alessia, Federica, Ilaria, Beatrice, Maria Grazia,
    Ludovica, Noemi, Serena, Paola, Caterina, Ginevra, Mariù, Eleonora`,
  families: `Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca,
    Mancini, Costa, Giordano, Rizzo, Lombardi, Moretti, D'Angelo, Lo Presti, Di Stefano, Caputo, Pellegrino, Dell'Acqua,
    Sanfilippo, Nicolò`,
  cities: `Milano:201##:MI, Roma:001##:RM, Torino:101##:TO, Bologna:401##:BO, Firenze:501##:FI, Napoli:801##:NA,
    Verona:371##:VR, Genova:161##:GE, Forlì:471##:FC`,
  streets: `Via Roma, Via Garibaldi, Corso Italia, Via Dante, Piazza del Duomo, Viale dei Pini, Via della Repubblica, Via Verdi`,
  address: '{street} {number}',
  phones,
  companyWords: `Aurora, Belmonte, Cipresso, Fontana, Girasole, Laguna, Monterosa, Ponte Vecchio, Quercia, San Marco, Stella
    Alpina, Tramonto, Ulivo, Vela, Primavera, Tirreno`,
  companyForms: 'S.r.l., S.p.A., S.n.c.',
  trades: `
    Software|Sistemi|Digitale
    Consulenza|Studio|Associati
    Meccanica|Officine|Industrie
    Commerciale|Negozi|Distribuzione
    Salute|Cliniche|Medicali
    Finanza|Assicurazioni|Capitale
    Logistica|Trasporti|Spedizioni
    Costruzioni|Edilizia|Ingegneria
    Editoriale|Media|Produzioni
    Energia|Solare|Elettrica
    Accademia|Formazione|Istituto
    Alberghi|Viaggi|Ristorazione
    Telecomunicazioni|Reti|Fibra`,
  titles: `Amministratore delegato/Amministratrice delegata@Management, Titolare@Management,
    Direttore commerciale/Direttrice commerciale@Sales, Responsabile acquisti@Purchasing, Responsabile marketing@Marketing,
    Impiegato amministrativo/Impiegata amministrativa@Finance, Sistemista@IT, Tirocinante@Marketing,
    Direttore operativo/Direttrice operativa@Operations`,
});
