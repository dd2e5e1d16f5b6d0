import { country } from '../country.ts';

/** Arcep keeps these for works of fiction. Its mobile range is left out: number checkers refuse it. */
const phones = '+3319900:4, +3326191:4, +3335301:4, +3346571:4, +3353649:4';

export const france = country({
  code: 'FR',
  name: 'France',
  share: 9,
  men: `Jean, Pierre, Michel, Philippe, Nicolas, Julien, Guillaume, Sébastien, François, Rémi, Théo, Hugo, Mathieu, Loïc,
    Jean-Baptiste, Benoît, Karim, Mehdi, Gaël, Étienne, Jérôme, Cédric, Amadou, Yann`,
  women: `Marie, Nathalie, Isabelle, Sylvie, Camille, Chloé, Élodie, Aurélie, Céline, Amélie, Margaux, Inès, Zoé, Anaïs,
    Hélène, Marie-Claire, Fatima, Noémie, Solène, Léa, Joséphine, Manon, Aïcha, Maëlys`,
  families: `Martin, Bernard, Dubois, Thomas, Robert, Petit, Durand, Leroy, Moreau, Simon, Laurent, Lefebvre, Michel, Garcia,
    Bertrand, Roux, Fournier, Girard, Bonnet, Lambert, Fontaine, Rousseau, Faure, Mercier, Blanc, Guérin, Benali, Traoré,
    Lemaître, d'Aubigny, de La Tour, Le Goff, Hébert, Béranger, Châtelain, Noël`,
  cities: `Paris:750##, Lyon:690##, Marseille:130##, Toulouse:310##, Nantes:440##, Bordeaux:330##, Lille:590##,
    Strasbourg:670##, Rennes:350##, Grenoble:380##, Saint-Étienne:420##`,
  streets: `rue de la République, avenue Victor Hugo, rue du Moulin, boulevard Gambetta, place de la Mairie, rue des Écoles,
    chemin des Vignes, quai du Port, rue Pasteur`,
  address: '{number} {street}',
  phones,
  companyWords: `Lumière, Beaumont, Clairval, Hirondelle, Montclair, Belle Rive, Mistral, Rochebrune, Étoile, Valmont, Source
    Vive, Grand Chêne, Coquelicot, Azur, Cévennes, Verdon, Ormeau, Bruyère`,
  companyForms: 'SARL, SAS, SA, SCOP',
  trades: `
    Logiciels|Informatique|Numérique
    Conseil|Expertise|Associés
    Ateliers|Mécanique|Industries
    Distribution|Magasins|Comptoir
    Santé|Cliniques|Médical
    Finance|Assurances|Patrimoine
    Transports|Logistique|Fret
    Construction|Bâtiment|Travaux
    Éditions|Médias|Studio
    Énergies|Solaire|Électricité
    Formation|École|Institut
    Hôtels|Traiteur|Voyages
    Télécoms|Réseaux|Fibre`,
  titles: `Directeur général/Directrice générale@Management, Gérant/Gérante@Management,
    Directeur commercial/Directrice commerciale@Sales, Responsable marketing@Marketing, Responsable des achats@Purchasing,
    Acheteur/Acheteuse@Purchasing, Chef de projet/Cheffe de projet@Operations, Assistant de direction/Assistante de direction@Management,
    Comptable@Finance, Ingénieur logiciel/Ingénieure logiciel@Engineering, Stagiaire@Marketing,
    Chargé de clientèle/Chargée de clientèle@Sales`,
});
