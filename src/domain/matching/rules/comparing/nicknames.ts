/** Given names that stand for one another, one group a line; the first is the name in full. A short form may belong to several. */
const groups = `robert rob bob bobby robbie bert rupert roberto
william will bill billy willie willy liam wilhelm guillaume guillermo guglielmo
richard rick dick rich richie ricky dickie ricardo riccardo
james jim jimmy jamie jem jacob jake jacobo diego jaime giacomo
john jon johnny jack johann johannes hans jan juan jean ivan ian sean giovanni joao johan evan
jonathan jon jonny nathan
michael mike mick mickey micky mikey michel miguel mikhail misha michele michal
thomas tom tommy thom tomas tomasz tommaso
charles charlie chuck chas chaz karl carl carlos carlo
david dave davy davey
daniel dan danny daniele
matthew matt matty matthias matteo mateo mathieu
christopher chris kit topher kris christoph christophe cristobal cristoforo
christian chris kristian cristian
anthony tony ant anton antonio antoine antoni
andrew andy drew andreas andre andres andrea andrei andrzej
joseph joe joey jo josef jose pepe giuseppe beppe yusuf
edward ed eddie ted teddy ned eduard eduardo edoardo
edwin ed eddie
edmund ed eddie ted
theodore ted teddy theo theodor
benjamin ben benny benji
samuel sam sammy
samantha sam sammy sammie
alexander alex alec al sandy xander lex alexandre alejandro alessandro sasha sascha aleksandr oleksandr aleksander
alexandra alex sandra sandy lexi sasha alessandra alejandra aleksandra
nicholas nick nicky nico nicolas nikolai niklas klaus nicola kolya
patrick pat paddy patricio patrizio
patricia pat patty patti trish tricia patsy trisha
peter pete pierre pedro pietro piotr petr pyotr
stephen steve stevie steven stefan stephan etienne esteban stefano
philip phil pip philipp philippe felipe filippo
gregory greg gregor grigori
jeffrey jeff geoff geoffrey
gerald gerry jerry gerard gerhard
kenneth ken kenny
ronald ron ronnie
donald don donnie donny
raymond ray raimund ramon
lawrence larry laurie lars lorenz laurent lorenzo laurence
leonard leo len lenny leonardo
leopold leo
timothy tim timmy
francis frank fran frankie franz francisco francesco francois paco
franklin frank frankie
frederick fred freddie freddy fritz friedrich federico
alfred alf alfie fred al
albert al bert bertie alberto albrecht
arthur art artie arturo
walter walt wally walther
henry harry hank hal heinrich henri enrique enrico hendrik
harold harry hal
louis lou lewis luis luigi ludwig
george georgie georg georges jorge giorgio jurgen georgi yuri
paul paulie pablo paolo pavel paulo pavlo
mark marc marcus marco marcos markus
martin marty martino
vincent vince vinnie vincente vincenzo
victor vic viktor vittorio
zachary zach zack zac
joshua josh
jeremy jerry jem jez
jeremiah jerry jem
nathaniel nat nate nathan
abraham abe bram ibrahim
isaac ike
elijah eli
ernest ernie ernst ernesto
eugene gene evgeny yevgeny eugenio
bernard bernie bernhard bernardo
bartholomew bart
clifford cliff
clifton cliff
clinton clint
curtis curt kurt
conrad kurt konrad
dennis denny denis
douglas doug dougie
gabriel gabe
gilbert gil bert
herbert herb bert
hubert hugh bert
hugh hughie hugo
jerome jerry
julian jules
kevin kev
maxwell max
maximilian max maxi
maxim max
melvin mel
mitchell mitch
morris mo maurice moritz
norman norm
oliver ollie olly olivier
oscar ozzie
randolph randy
randall randy
reginald reg reggie reinhold
rodney rod
roderick rod rick
roger rodge
rudolph rudy rudolf
russell russ
salvatore sal
sebastian seb bastian basti
seymour sy
sidney sid
simon si simeon
solomon sol
stanley stan
stuart stu stewart
sylvester sly
terence terry
theresa terry tess terri teresa tracy
tobias toby tobi
tyler ty
valentine val
vernon vern
wesley wes
winston win
elizabeth liz beth betty betsy eliza lizzie bess libby elsie lisa lise elisabeth isabel elsa elisa
isabella bella izzy isabel isabelle isobel
margaret maggie meg peg peggy marge margie greta rita daisy margarita marguerite margarete gretel margot
mary molly polly mae marie maria mariya miriam mia
katherine kate katie kathy cathy kay kit kitty catherine kathryn katharina katya ekaterina catalina caterina karen kat cat katarina
kathleen kathy kate katie
jennifer jen jenny jenna
jessica jess jessie
rebecca becky becca
susan sue susie suzy suzie susanne suzanne susanna
sarah sally sara sadie
barbara barb babs barbie
deborah deb debbie debra
dorothy dot dottie dolly dorothea
eleanor ellie nell nora elle leonore elena
ellen ellie nell helen
helen nell nellie helena elena helene
emily em emmy emilie emilia
emma em emmy
frances fran fanny francesca franziska
florence flo florrie
georgina gina georgie
gertrude trudy gerti
harriet hattie
jacqueline jackie
janet jan
jane janie jeanne juana giovanna johanna
janice jan
joanna jo joanne joan johanna
josephine jo josie josefa
judith judy judi
julia julie jules
juliet julie jules
laura laurie lora
lillian lily lil lilian
linda lindy lynn
louise lou lulu luisa
lucy lucia luzia lucie lucille
madeline maddie maddy madeleine magdalena
martha marty marta
matilda tilly mattie mathilde
megan meg
melanie mel
melissa mel missy
mildred millie
millicent millie
nancy nan ann
natalie nat natalia natasha natalya
olivia liv livvy
pamela pam
penelope penny
phyllis phyl
rachel rae raquel
roberta bobbie robbie
rosemary rose rosie
ruth ruthie
sandra sandy
sharon shaz
shirley shirl
sophia sophie sofia zofia
stephanie steph stefanie steffi
theodora dora thea
tiffany tiff
valerie val
vanessa nessa
veronica ronnie vera
victoria vicky vicki tori viktoria
virginia ginny
vivian viv
wilhelmina mina willa
winifred winnie fred
yvonne vonnie
amanda mandy
abigail abby gail
agnes aggie
angela angie
ann anna anne annie nan nancy hannah anya ana anja
antonia toni
arabella bella
augusta gussie
beatrice bea beatriz trixie
belinda bel
bridget biddy brigitte
caroline carrie carol carolina karoline lina
cassandra cass cassie
cecilia cissy celia
charlotte lottie charlie lotte
christina chris tina christine chrissy kristina kirsten christiane
cynthia cindy
diana di diane
dolores lola
evelyn eve evie
genevieve gen
gillian gill jill
gwendolyn gwen
adelaide addie heidi
adrian ade
alan al allan allen
alison ali
aaron ron
archibald archie
august gus
augustus gus
dominic dom dominik domingo
duncan dunc
emanuel manny manuel
fernando nando
ignacio nacho
jesus chucho
rosario charo
guadalupe lupe
mercedes merche
concepcion concha
dmitri dima dmitry dmytro
vladimir vova volodya volodymyr
sergei seryozha serge sergio sergey serhiy
alexei alyosha alexey oleksiy alexis
konstantin kostya
muhammad mohammed mohamed mohammad muhammed mehmet
ali aly
ahmed ahmad
hussein husain hussain
fatima fatma
yosef yossi
moshe moses
josip joza
krzysztof krzys
malgorzata gosia
wojciech wojtek
agnieszka aga
zsuzsanna zsuzsa
istvan pista
lisbeth lis
bjorn bjoern
jens jans
soren soeren
joerg jorg
juergen jurgen
guenter gunter gunther guenther
rainer reiner
ulrich uli
ursula uschi ulla
wolfgang wolf
siegfried sigi
sigmund sigi
gunnar gunner`;

const groupsByName = new Map<string, number[]>();
for (const [index, line] of groups.split('\n').entries()) {
  for (const name of line.split(' ')) {
    const known = groupsByName.get(name);
    if (!known) groupsByName.set(name, [index]);
    else if (!known.includes(index)) known.push(index);
  }
}
const full = groups.split('\n').map((line) => line.split(' ', 1)[0] as string);

/** Whether a folded given name is one of those that have short forms. */
export function isGivenName(name: string): boolean {
  return groupsByName.has(name);
}

/** Whether two folded given names can be names of one person: `bob` and `robert`, `juan` and `john`. */
export function areNicknames(left: string, right: string): boolean {
  const groups = groupsByName.get(left);
  if (!groups) return false;
  const others = groupsByName.get(right);
  return others?.some((group) => groups.includes(group)) ?? false;
}

/** The name in full that a short form stands for most often; the name itself where none is known. */
export function fullGivenName(name: string): string {
  const group = groupsByName.get(name)?.[0];
  return group === undefined ? name : (full[group] ?? name);
}
