import { country } from '../country.ts';

/** No range is kept for fiction; a local number that begins with 00 is given to nobody. */
const phones = '+3491000:4, +3493000:4, +3496000:4, +3495000:4';

export const spain = country({
  code: 'ES',
  name: 'España',
  share: 6,
  men: `Antonio, José, Manuel, Javier, Carlos, Alejandro, Sergio, Íñigo, Álvaro, Jesús, Raúl, Adrián, Óscar, José María, Iker,
    Joan, Xabier, Andrés, Rubén, Nicolás`,
  women: `María, Carmen, Lucía, Ana, Marta, Paula, Pilar, Inés, Begoña, Nuria, Rocío, Sofía, Montserrat, Ainhoa, Itziar,
    María José, Beatriz, Noelia, Ángela, Candela`,
  families: `García, Martínez, López, Sánchez, González, Pérez, Rodríguez, Fernández, Gómez, Díaz, Muñoz, Ruiz, Álvarez, Jiménez,
    Romero, Alonso, Navarro, Núñez, Iglesias, Etxeberria, Puig i Soler, García Márquez, Ibáñez, Peña, de la Fuente, Castaño,
    Cuñado Vidal, Ferrer`,
  cities: `Madrid:280##, Barcelona:080##, Valencia:460##, Sevilla:410##, Zaragoza:500##, Málaga:290##, Bilbao:480##,
    A Coruña:150##, Alicante:030##`,
  streets: `Calle Mayor, Gran Vía, Avenida de la Constitución, Calle del Sol, Paseo de Gracia, Plaza de España, Calle Real,
    Camino Viejo`,
  address: '{street} {number}',
  phones,
  companyWords: `Alameda, Sierra Blanca, Almendro, Costa Clara, Encina, Horizonte, Marisma, Olivar, Puerta Nueva, Tramontana,
    Ribera, Girasol, Peñalta, Azahar, Levante, Cigüeña`,
  companyForms: 'S.L., S.A., S.L.U.',
  trades: `
    Software|Sistemas|Tecnología
    Consultores|Asesores|Asociados
    Industrias|Talleres|Metalúrgica
    Comercial|Tiendas|Distribuciones
    Salud|Clínicas|Sanitaria
    Finanzas|Seguros|Inversiones
    Logística|Transportes|Envíos
    Construcciones|Obras|Ingeniería
    Editorial|Medios|Producciones
    Energía|Solar|Renovables
    Academia|Formación|Instituto
    Hoteles|Viajes|Restauración
    Telecomunicaciones|Redes|Fibra`,
  titles: `Director general/Directora general@Management, Director comercial/Directora comercial@Sales,
    Jefe de ventas/Jefa de ventas@Sales, Jefe de compras/Jefa de compras@Purchasing, Responsable de marketing@Marketing,
    Técnico informático/Técnica informática@IT, Administrativo/Administrativa@Finance, Becario/Becaria@Marketing,
    Gerente@Management, Asistente de dirección@Management`,
});
