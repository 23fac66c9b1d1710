import { posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

export interface Import {
  /** as written: `kysely`, `../store/open.ts` */
  specifier: string;
  /** nothing of it is left at run time; `import { type A }` still loads the module, so it does not count */
  typeOnly: boolean;
}

export interface Syntax {
  imports: Import[];
  /** what strings, templates and JSX say; no comments, no regular expressions */
  texts: string[];
  /** readings of the clock or of chance: `Date.now()`, `new Date()`, `Math.random()`, … */
  clockAndChance: string[];
}

const CLOCK_AND_CHANCE = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'randomUUID',
]);

/** What the structure tests ask of a source file. Throws where it does not parse. */
export function syntaxOf(file: string, code: string): Syntax {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Syntax = { imports: [], texts: [], clockAndChance: [] };
  const add = (source: ESTree.Node | null, typeOnly: boolean) => {
    if (source?.type === 'Literal' && typeof source.value === 'string') {
      found.imports.push({ specifier: source.value, typeOnly });
    }
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    Literal: (node) => {
      if (typeof node.value === 'string') found.texts.push(node.value);
    },
    TemplateElement: (node) => found.texts.push(node.value.raw),
    JSXText: (node) => found.texts.push(node.value),
    CallExpression: (node) => {
      const callee = code.slice(node.callee.start, node.callee.end);
      if (CLOCK_AND_CHANCE.has(callee)) found.clockAndChance.push(`${callee}()`);
    },
    NewExpression: (node) => {
      const callee = code.slice(node.callee.start, node.callee.end);
      if (callee === 'Date' && node.arguments.length === 0) found.clockAndChance.push('new Date()');
    },
  }).visit(program);
  return found;
}

/** The project file that a relative import names; undefined for a package. */
export function importedFile(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.normalize(posix.join(posix.dirname(importer), specifier));
}
