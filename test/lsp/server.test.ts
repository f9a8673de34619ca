import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type CreateFile,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  type MarkupContent,
  type RelatedFullDocumentDiagnosticReport,
  SemanticTokensRequest,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FIX, type FixParams, MARK_UP, type MarkedUp, SAVE_FILE, type VersionedEdits } from '../../server/src/protocol';
import { type ClientOptions, TestClient, until } from './client';
import { assertRange, assertSymbols, assertTokens } from './validity';

/** A page with damage of three kinds: radical forms, letter-spacing, a space between digit and Han. */
const DAMAGED = [
  '春 风 又 绿 江 南 岸',
  '',
  '本报讯 昨⽇，全市 62 个村的⽔渠全部修好，春耕⽤⽔有了保证。',
  '各村还组织了 12 支服务队，到田间帮助农民检修农机。',
  '',
].join('\n');

const ANYWHERE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start(options);
  return client;
};

const at = (uri: string) => ({ textDocument: { uri } });
const symbols = (uri: string) =>
  client.connection.sendRequest(DocumentSymbolRequest.type, at(uri)) as Promise<DocumentSymbol[]>;
const pull = (uri: string, previousResultId?: string) =>
  client.connection.sendRequest(DocumentDiagnosticRequest.type, { ...at(uri), previousResultId });
const found = async (uri: string): Promise<Diagnostic[]> =>
  ((await pull(uri)) as RelatedFullDocumentDiagnosticReport).items;
const actions = async (uri: string, diagnostics: Diagnostic[], only?: string[]) =>
  (await client.connection.sendRequest(CodeActionRequest.type, {
    ...at(uri),
    range: only ? ANYWHERE : diagnostics[0].range,
    context: { diagnostics, only },
  })) as CodeAction[];

function apply(text: string, action: CodeAction): string {
  const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  return TextDocument.applyEdits(
    TextDocument.create('test:page', '', 0, text),
    change.edits as VersionedEdits['edits'],
  );
}

describe('the server over a connection', () => {
  afterEach(() => client.stop());

  it('announces what it does and nothing else', async () => {
    const { capabilities } = (await start()).abilities;
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'codeActionProvider',
      'diagnosticProvider',
      'documentFormattingProvider',
      'documentRangeFormattingProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'semanticTokensProvider',
      'textDocumentSync',
    ]);
  });

  it('answers each request for a page', async () => {
    const uri = await (await start()).open(DAMAGED);
    const [page] = await symbols(uri);
    assertSymbols(DAMAGED, [page]);
    assert.ok((page.children ?? []).length > 0);
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, at(uri));
    assert.ok(folds && folds.length > 0);
    const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, at(uri));
    assert.ok(tokens);
    assertTokens(DAMAGED, tokens);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      ...at(uri),
      position: { line: 2, character: 3 },
    });
    assert.ok(hover?.range);
    assertRange(DAMAGED, hover.range);
  });

  it('answers nothing for a document that is not open', async () => {
    await start();
    assert.deepEqual(await symbols('file:///nowhere'), []);
  });

  it('speaks the language of the client', async () => {
    const uri = await (await start({ locale: 'zh-cn' })).open(DAMAGED);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      ...at(uri),
      position: { line: 2, character: 3 },
    });
    assert.match(String((hover?.contents as MarkupContent | undefined)?.value), /正文.*把握/);
  });

  describe('diagnostics', () => {
    it('are pulled, with rule, source and the version they hold for', async () => {
      const uri = await (await start({ initializationOptions: { docs: 'https://docs.example/rules' } })).open(DAMAGED);
      const diagnostics = await found(uri);
      const rules = new Set(diagnostics.map(({ code }) => code));
      for (const rule of ['radical-form', 'letter-spacing', 'digit-spacing']) assert.ok(rules.has(rule), rule);
      for (const { range, source, data, code, codeDescription } of diagnostics) {
        assertRange(DAMAGED, range);
        assert.equal(source, 'newspaper');
        assert.equal(data.version, 1);
        assert.equal(codeDescription?.href, `https://docs.example/rules/${code}.md`);
      }
    });

    it('are not sent again while nothing has changed', async () => {
      const uri = await (await start()).open(DAMAGED);
      const first = await pull(uri);
      assert.equal((await pull(uri, first.resultId)).kind, 'unchanged');
      await client.change(uri, {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        text: '⼤',
      });
      const second = await pull(uri, first.resultId);
      assert.equal(second.kind, 'full');
    });

    it('follow an incremental change', async () => {
      const uri = await (await start()).open('昨⽇无雨。\n');
      assert.equal((await found(uri)).length, 1);
      await client.change(uri, {
        range: { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } },
        text: '日',
      });
      assert.deepEqual(await found(uri), []);
    });

    it('are pushed to a client that cannot pull, and never cleared before the new ones are there', async () => {
      const uri = await (await start({ capabilities: {} })).open('昨⽇无雨。\n');
      await until(() => client.published.length === 1);
      await client.change(uri, { text: '昨⽇无⾬。\n' });
      await until(() => client.published.length === 2);
      assert.deepEqual(
        client.published.map(({ version, diagnostics }) => [version, diagnostics.length]),
        [
          [1, 1],
          [2, 2],
        ],
      );
      await client.close(uri);
      await until(() => client.published.length === 3);
      assert.deepEqual(client.published[2].diagnostics, []);
    });

    it('tell the status: pages, stories, findings, safe fixes', async () => {
      const uri = await (await start()).open(DAMAGED);
      const diagnostics = await found(uri);
      await until(() => client.statuses.length > 0);
      const { version, pages, stories, findings, safe } = client.statuses[0];
      assert.deepEqual([version, pages], [1, 1]);
      assert.ok(stories > 0);
      assert.equal(findings, diagnostics.filter(({ severity }) => severity !== 4).length);
      assert.equal(safe, diagnostics.filter(({ data }) => data.fixClass === 'A').length);
    });
  });

  describe('code actions', () => {
    it('repair one finding, with the version they were made for', async () => {
      const uri = await (await start()).open(DAMAGED);
      const diagnostic = (await found(uri)).find(({ code }) => code === 'radical-form');
      assert.ok(diagnostic);
      const [fix] = await actions(uri, [diagnostic]);
      assert.equal(fix.kind, 'quickfix');
      assert.equal(fix.isPreferred, true);
      assert.deepEqual(fix.diagnostics, [diagnostic]);
      const [change] = (fix.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.equal(change.textDocument.version, 1);
      assert.equal(apply(DAMAGED, fix), DAMAGED.replace('⽇', '日'));
    });

    it('repair all of one rule', async () => {
      const uri = await (await start()).open(DAMAGED);
      const diagnostic = (await found(uri)).find(({ code }) => code === 'radical-form');
      assert.ok(diagnostic);
      const all = (await actions(uri, [diagnostic])).find(({ title }) => title.includes('radical-form'));
      assert.ok(all && !all.edit);
      const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, all);
      assert.equal(apply(DAMAGED, resolved), DAMAGED.replace('⽇', '日').replaceAll('⽔', '水').replace('⽤', '用'));
    });

    it('repair all that is safe, as source.fixAll', async () => {
      const uri = await (await start()).open(DAMAGED);
      const [all, ...rest] = await actions(uri, [], ['source.fixAll']);
      assert.deepEqual(rest, []);
      assert.equal(all.kind, 'source.fixAll.newspaper');
      const fixed = apply(DAMAGED, await client.connection.sendRequest(CodeActionResolveRequest.type, all));
      assert.equal(fixed.split('\n')[0], '春风又绿江南岸');
      assert.match(fixed, /本报讯 昨日，全市62个村的水渠/);
    });

    it('have their edits at once for a client that cannot ask for them', async () => {
      const uri = await (await start({ capabilities: {} })).open(DAMAGED);
      const [all] = await actions(uri, [], ['source.fixAll.newspaper']);
      assert.ok(all.edit?.changes?.[uri]);
    });

    it('are not resolved for a version that is gone', async () => {
      const uri = await (await start()).open(DAMAGED);
      const [all] = await actions(uri, [], ['source.fixAll']);
      await client.change(uri, { text: `${DAMAGED}。` });
      await assert.rejects(client.connection.sendRequest(CodeActionResolveRequest.type, all), { code: -32801 });
    });

    it('are none for text without findings', async () => {
      const uri = await (await start()).open('一切都好。\n');
      assert.deepEqual(await actions(uri, [], ['source.fixAll']), []);
    });
  });

  describe('corrections of the recogniser', () => {
    const ask = async (uri: string, triggerKind?: CodeActionTriggerKind) => {
      const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
      const params = { ...at(uri), range, context: { diagnostics: [], only: ['refactor'], triggerKind } };
      return (await client.connection.sendRequest(CodeActionRequest.type, params)) as CodeAction[];
    };

    it('are offered to a person who asks, not to every move of the caret', async () => {
      const uri = await (await start()).open(DAMAGED);
      assert.ok((await ask(uri, CodeActionTriggerKind.Invoked)).length > 0);
      assert.deepEqual(await ask(uri, CodeActionTriggerKind.Automatic), []);
    });

    it('write a mark, and the next reading follows it', async () => {
      const uri = await (await start()).open(DAMAGED);
      const headline = (await ask(uri)).find(({ title }) => title === 'This line is a headline');
      assert.ok(headline);
      const marked = apply(DAMAGED, headline);
      await client.change(uri, { text: marked });
      const names = (await symbols(uri)).flatMap(({ children }) => (children ?? []).map(({ name }) => name));
      assert.ok(
        names.some((name) => name.startsWith('本报讯')),
        names.join(),
      );
    });
  });

  describe('formatting', () => {
    const text =
      '本报讯 昨日，全市六十二个村的水渠全部修好，春耕用\n水有了保证，各村还组织了支服务队，到田间帮助农民\n检修农机。\n';
    const joined = `${text.replaceAll('\n', '')}\n`;
    const options = { tabSize: 2, insertSpaces: true };

    it('joins the lines of a paragraph', async () => {
      const uri = await (await start()).open(text);
      const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, { ...at(uri), options });
      assert.equal(TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits ?? []), joined);
    });

    it('joins no line that is not selected', async () => {
      const uri = await (await start()).open(text);
      const range = { start: { line: 0, character: 3 }, end: { line: 2, character: 0 } };
      const edits = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
        ...at(uri),
        range,
        options,
      });
      assert.equal(TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits ?? []), text.replace('\n', ''));
    });
  });

  describe('settings', () => {
    const PAGE = '昨⽇ 62 个村。\n';
    const CONFIG = 'file:///paper/newspaper.config.json';
    const rules = async (uri: string) => (await found(uri)).map(({ code }) => code);

    it('of the editor turn rules off', async () => {
      await start();
      client.settings = { rules: { 'radical-form': 'off' } };
      assert.deepEqual(await rules(await client.open(PAGE)), ['digit-spacing', 'digit-spacing']);
    });

    it('of the project file go before those of the editor', async () => {
      await start();
      client.settings = { rules: { 'radical-form': 'off' } };
      client.files.set(CONFIG, '{"rules": {"radical-form": "error"}, "style": {"digitSpace": "keep"}}');
      const [{ code, severity }, ...rest] = await found(await client.open(PAGE, 'file:///paper/2019/page.newspaper'));
      assert.deepEqual([code, severity, rest], ['radical-form', 1, []]);
    });

    it('are read again when a project file changes, and the client asks again', async () => {
      const uri = await (await start()).open(PAGE);
      assert.ok((await rules(uri)).includes('radical-form'));
      client.files.set(CONFIG, '{"rules": {"radical-form": "off"}}');
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: CONFIG, type: FileChangeType.Created }],
      });
      await until(() => client.refreshes === 1);
      assert.ok(!(await rules(uri)).includes('radical-form'));
    });

    it('of a project file that is wrong are passed over, and the person is told once', async () => {
      const uri = await (await start()).open(PAGE);
      client.files.set(CONFIG, '{"rules": {"radical": "off"}}');
      assert.ok((await rules(uri)).includes('radical-form'));
      await client.change(uri, { text: `${PAGE}。` });
      await rules(uri);
      assert.equal(client.messages.length, 1);
      assert.match(client.messages[0], /newspaper\.config\.json.*there is no rule radical/);
    });

    it('are changed by code actions, which never touch the page', async () => {
      const uri = await (await start()).open(PAGE);
      const diagnostic = (await found(uri)).find(({ code }) => code === 'radical-form');
      assert.ok(diagnostic);
      const choices = (await actions(uri, [diagnostic])).filter(({ command }) => command?.command === SAVE_FILE);
      assert.deepEqual(
        choices.map(({ title }) => title),
        [
          'Ignore this finding of radical-form',
          'Turn off radical-form in this file',
          'Turn off radical-form in this folder',
        ],
      );
      for (const { edit, command } of choices) {
        assert.deepEqual(command?.arguments, [CONFIG]);
        const [create, change] = (edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
        assert.deepEqual([create.kind, create.uri, change.textDocument.uri], ['create', CONFIG, CONFIG]);
        client.files.set(
          CONFIG,
          TextDocument.applyEdits(TextDocument.create('', '', 0, ''), change.edits as TextEdit[]),
        );
        await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
        assert.ok(!(await rules(uri)).includes('radical-form'));
        client.files.delete(CONFIG);
        await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
      }
    });

    it('cannot be changed where a client can neither make a file nor has one', async () => {
      const uri = await (await start({ capabilities: {} })).open(PAGE);
      const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } };
      const titles = (await actions(uri, [{ range, message: '' }])).map(({ title }) => title);
      assert.ok(titles.length > 0 && titles.every((title) => !title.includes('Turn off')), titles.join());
    });
  });

  it('marks up the document on request', async () => {
    const uri = await (await start()).open(DAMAGED);
    const marked = await client.connection.sendRequest<MarkedUp>(MARK_UP, at(uri));
    assert.equal(marked.version, 1);
    assert.ok(marked.stories.length > 0 && marked.stories.every(({ included }) => included));
    const document = TextDocument.create('test:page', '', 0, DAMAGED);
    assert.match(TextDocument.applyEdits(document, marked.edits), /^# 春风又绿江南岸$/m);
  });

  it('lets other requests in while it marks up, and stops when nobody waits', async () => {
    const uri = await (await start()).open(`${DAMAGED}\f`.repeat(60));
    await symbols(uri);
    const answered: string[] = [];
    const marked = client.connection.sendRequest<MarkedUp>(MARK_UP, at(uri)).then(() => answered.push('marked up'));
    // By then the work has begun.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await client.connection.sendRequest(FoldingRangeRequest.type, at(uri));
    answered.push('folded');
    await marked;
    assert.deepEqual(answered, ['folded', 'marked up']);

    const source = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest<MarkedUp>(MARK_UP, at(uri), source.token);
    await client.connection.sendRequest(FoldingRangeRequest.type, at(uri));
    const begun = performance.now();
    source.cancel();
    await assert.rejects(cancelled, { code: -32800 });
    assert.ok(performance.now() - begun < 300, 'the work was stopped');
  });

  it('gives fixes on request, with the version they are for', async () => {
    const uri = await (await start()).open(DAMAGED);
    const params: FixParams = { ...at(uri), rule: 'letter-spacing' };
    const fixes = await client.connection.sendRequest<VersionedEdits>(FIX, params);
    assert.equal(fixes.version, 1);
    const document = TextDocument.create('test:page', '', 0, DAMAGED);
    assert.equal(
      TextDocument.applyEdits(document, fixes.edits),
      DAMAGED.replace('春 风 又 绿 江 南 岸', '春风又绿江南岸'),
    );
    assert.equal(await client.connection.sendRequest(FIX, { ...params, rule: 'ellipsis' }), null);
  });

  it('gives safe fixes before a long document is read', async () => {
    const uri = await (await start()).open(`${DAMAGED.repeat(30)}\f`.repeat(20));
    const order: string[] = [];
    const read = symbols(uri).then(() => order.push('read'));
    await client.connection.sendRequest<VersionedEdits>(FIX, { ...at(uri), rule: 'radical-form' });
    order.push('fixed');
    await read;
    assert.deepEqual(order, ['fixed', 'read']);
  });

  it('stops work on a version that was replaced', async () => {
    const uri = await (await start()).open(DAMAGED.repeat(2000));
    const old = symbols(uri).then(
      () => 'answered',
      ({ code }) => code,
    );
    await client.change(uri, { text: DAMAGED });
    const [page] = await symbols(uri);
    assertSymbols(DAMAGED, [page]);
    assert.ok(['answered', -32801].includes(await old));
  });

  describe('bad input has an answer', () => {
    const inputs: [string, string][] = [
      ['empty', ''],
      ['blank lines', '\n\n\n'],
      ['form feeds alone', '\f\f\f'],
      ['binary', Array.from({ length: 4000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('')],
      ['lone surrogates', '\ud800昨\udc00⽇\ud800\n\udfff\n'],
      ['CRLF', DAMAGED.replaceAll('\n', '\r\n')],
      ['CR', DAMAGED.replaceAll('\n', '\r')],
      ['a BOM', `\ufeff${DAMAGED}`],
      ['pages of one document', `${DAMAGED}\f${DAMAGED}\f\n${DAMAGED}`],
      ['a page that begins within a line', `${DAMAGED}尾\f头${DAMAGED}`],
    ];
    for (const [name, text] of inputs) {
      it(name, async () => {
        const uri = await (await start()).open(text);
        assertSymbols(text, await symbols(uri));
        for (const { range } of await found(uri)) assertRange(text, range);
        const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, at(uri));
        if (tokens) assertTokens(text, tokens);
        await client.connection.sendRequest(FoldingRangeRequest.type, at(uri));
        await client.connection.sendRequest(HoverRequest.type, { ...at(uri), position: { line: 0, character: 0 } });
        const [fixAll] = await actions(uri, [], ['source.fixAll']);
        if (fixAll) await client.connection.sendRequest(CodeActionResolveRequest.type, fixAll);
      });
    }

    it('one line of 10 MB', async function () {
      this.timeout(60_000);
      const text = '春风又绿江南岸，明月何时照我还。'.repeat(660_000);
      const uri = await (await start()).open(text);
      assertSymbols(text, await symbols(uri));
    });
  });
});
