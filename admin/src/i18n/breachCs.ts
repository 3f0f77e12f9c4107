/** Czech words of the proceedings on a breach. */
export const breachCs = {
  heading: 'Porušení rozpočtové kázně',
  begin: 'Zahájit řízení o porušení rozpočtové kázně',
  begun: 'Řízení je zahájeno. Najdete ho mezi spisy.',
  confirm: 'Zahájit',
  hint: 'Založí se samostatný spis, který vidí jen kontrolor a auditor. Příjemce se dozví, že kontrola začala; co se zatím zjistilo, nevidí.',
  overdue: 'Vyúčtování je po termínu.',
  reason: 'V čem je podezření',
  lateSettlement: 'vyúčtování nebylo předloženo včas',
  purpose: 'peníze byly použity na jiný účel',
  condition: 'nebyla dodržena podmínka smlouvy',
  withheld: 'nevyužité peníze nebyly vráceny',
  other: 'něco jiného',
  amount: 'Kterých peněz se to týká',
  finding: 'Co se zatím zjistilo',
  process: 'Řízení',
};
