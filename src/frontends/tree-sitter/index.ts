/** Parsing for the languages read through tree-sitter: `loadGrammar`, then `parseTree`, then walk `SyntaxNode`s. */
export { loadGrammar, type Grammar, type GrammarName } from './grammar.js';
export { MAX_DEPTH } from './plain-tree.js';
export { MAX_TEXT_LENGTH, parseTree, type ParsedFile } from './parse.js';
export { ancestorOfType, descendants, descendantsUnless, ERROR, leftChain, TOO_DEEP, type SyntaxNode } from './syntax-node.js';
