import { type Diagnostic, l10n, languages, type TextDocument, window } from 'vscode';
import type { Command } from '.';
import { activePage, applyFixes } from './page-edits';

/** Lets the user choose one of the page's rules and applies all its fixes, in one undo step. */
export const fixRule: Command = {
  id: 'newspaper.fixRule',
  async run(session) {
    const document = activePage();
    if (!document) return;
    const rules = rulesOf(document);
    if (rules.length === 0) return void window.showInformationMessage(l10n.t('This page has no findings.'));
    const choice = await window.showQuickPick(rules, {
      placeHolder: l10n.t('Fix all findings of which rule?'),
      matchOnDescription: true,
    });
    if (!choice) return;
    const outcome = await applyFixes(session, document, { rule: choice.label, include: 'quick' });
    if (outcome === 'nothing')
      window.showInformationMessage(l10n.t('The findings of {0} are for review; none has a fix.', choice.label));
  },
};

/** The rules with findings on the page, the most frequent first. */
function rulesOf(document: TextDocument): { label: string; description: string }[] {
  const counts = new Map<string, number>();
  for (const diagnostic of languages.getDiagnostics(document.uri)) {
    const rule = ruleOf(diagnostic);
    if (rule) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([label, n]) => ({ label, description: n === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', n) }));
}

function ruleOf({ source, code }: Diagnostic): string | undefined {
  if (source !== 'newspaper') return undefined;
  return String(typeof code === 'object' ? code.value : code);
}
