import { country } from '../country.ts';

/** No range is kept for fiction. */
const phones = '+551120000:3, +552120000:3, +553120000:3';

export const brazil = country({
  code: 'BR',
  name: 'Brasil',
  share: 4,
  men: `João, José, Antônio, Francisco, Carlos, Paulo, Pedro, Lucas, Luiz, Marcos, Gabriel, Rafael, Thiago, Márcio, Vinícius,
    Caíque, Wellington, Fábio`,
  women: `Maria, Ana, Francisca, Antônia, Adriana, Juliana, Márcia, Fernanda, Patrícia, Aline, Camila, Bruna, Letícia, Luíza,
    Débora, Thaís, Conceição, Vitória`,
  families: `Silva, Santos, Oliveira, Souza, Rodrigues, Ferreira, Alves, Pereira, Lima, Gomes, Ribeiro, Carvalho, Araújo,
    da Conceição, dos Santos, Gonçalves, Magalhães, Nogueira, Brandão, Assunção, Takahashi, Schmitz`,
  cities: `São Paulo:010##-###:SP, Rio de Janeiro:200##-###:RJ, Belo Horizonte:301##-###:MG, Curitiba:800##-###:PR,
    Porto Alegre:900##-###:RS, Recife:500##-###:PE, Florianópolis:880##-###:SC`,
  streets: `Rua das Flores, Avenida Brasil, Rua São José, Avenida Paulista, Rua do Comércio, Travessa da Paz`,
  address: '{street} {number}',
  phones,
  companyWords: `Araucária, Beija-Flor, Cerrado, Ipê, Jacarandá, Mata Verde, Pantanal, Serra Azul, Sabiá, Tucano, Vitória-Régia`,
  companyForms: 'Ltda., S.A., ME',
  trades: `
    Software|Sistemas|Tecnologia
    Consultoria|Assessoria|Associados
    Indústria|Metalúrgica|Máquinas
    Comércio|Lojas|Distribuidora
    Saúde|Clínicas|Hospitalar
    Finanças|Seguros|Investimentos
    Logística|Transportes|Cargas
    Construções|Engenharia|Obras
    Editora|Mídia|Produções
    Energia|Solar|Elétrica
    Educação|Escola|Instituto
    Hotéis|Viagens|Restaurantes
    Telecom|Redes|Fibra`,
  titles: `Diretor executivo/Diretora executiva@Management, Sócio fundador/Sócia fundadora@Management, Gerente comercial@Sales,
    Coordenador de compras/Coordenadora de compras@Purchasing, Analista de marketing@Marketing, Analista financeiro/Analista financeira@Finance,
    Estagiário/Estagiária@Marketing, Desenvolvedor/Desenvolvedora@Engineering`,
});
