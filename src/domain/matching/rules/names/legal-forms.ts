const formsOf = (lines: string): ReadonlySet<string> => new Set(lines.split(/\s*[|\n]\s*/));

/** Legal forms behind a company's name in some sixty countries: folded, full stops gone, initials joined (`S.A.` is `sa`). */
export const legalForms: ReadonlySet<string> =
  formsOf(`inc|incorporated|corp|corporation|co|company|cos|ltd|limited|llc|lc|llp|lp|lllp|plc|pllc|pc|pa|pbc|unlimited|cic
  public limited company|limited liability company|limited partnership|limited company|pl|pty|pte|pvt|private limited|private ltd|public limited|sdn bhd|bhd|berhad
  gmbh|ggmbh|mbh|ag|kg|ohg|gbr|ug|ug haftungsbeschrankt|haftungsbeschrankt|kgaa|eg|ev|ek|eu|ges mbh|gesmbh|partg|partgmbb|se|vvag
  gesellschaft mit beschrankter haftung|aktiengesellschaft|eingetragene genossenschaft
  sa|sas|sasu|sarl|s a rl|eurl|sci|snc|scop|scs|sca|scrl|sprl|asbl|vzw|srl|srls|spa|sapa|scarl|sl|slu|slne|sau|sc
  societa per azioni|sociedad anonima|sociedad limitada|societe anonyme|sociedade anonima
  de cv|sa de cv|sab de cv|sapi de cv|s de rl|s de rl de cv|sc de rl|sac|saa|eirl|ltda|limitada|lda|unipessoal|epp|eireli|sgps|cia
  bv|nv|bvba|cv|vof|ab|aktiebolag|publ|hb|kb|as|asa|aps|is|ks|ps|ans|amba|smba|oy|oyj|ky|ry|hf|ehf|ohf
  sp zoo|sp z oo|sp z o o|spolka z ograniczona odpowiedzialnoscia|spolka akcyjna|sp j|sp k|sp p|ska
  sro|spol sro|vos|ks|kft|zrt|nyrt|bt|kkt|doo|dd|dno|jdoo|ad|ead|eood|ood|kda|sia|uab|ou|osauhing|tu|mb|vsi
  ooo|oao|zao|pao|ао|ип|ооо|оао|зао|пао|тов|прат|пат|фоп|еоод|оод|еад|ад|доо|ae|epe|oe|ike|αε|επε|οε|ικε
  anonim sirketi|ltd sti|limited sirketi|sti|san ve tic|sanayi ve ticaret|ve tic|tic|san
  kk|kabushiki kaisha|kabushiki gaisha|gk|godo kaisha|yk|yugen kaisha|tbk|persero|tnhh|jsc|cjsc|ojsc|pjsc|pcl
  wll|fze|fzco|fz llc|fzc|dmcc|psc|saog|saoc|ksc|kscc|bsc|sal|sae|npc|cc|bm`);

/** Legal forms that are also words, and so count only in capitals or with full stops. */
export const ambiguousForms: ReadonlySet<string> = formsOf(
  'as|se|spa|sal|ad|ou|tu|pa|pc|sas|cc|sc|is|ks|ps|pl|mb|oe|ike|ae|eu|ek|ev|sia|ska|san|tic|co|cia|sci|sac|sau|ry|ky|hf|bm|cic|lc|ab|eg|kb|hb',
);

/** Legal forms that stand before the name. */
export const leadingForms: ReadonlySet<string> = formsOf(
  'pt|cv|ooo|oao|zao|pao|ooo|ао|ип|ооо|оао|зао|пао|тов|uab|sia|ud',
);

/** East Asian forms, which are written without a space. */
export const attachedForms =
  /株式会社|有限会社|合同会社|[（(]株[）)]|㈱|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|[（(]주[）)]|㈜/g;

/** What stands in company columns when there is no company, folded. */
export const noCompany: ReadonlySet<string> = formsOf(
  'none|na|n a|null|unknown|self employed|selfemployed|self|freelance|freelancer|private|privat|private person|individual|retired|unemployed|not applicable|no company|tbd|keine|privatperson|particulier|autonomo|sin empresa',
);
