/** Brings the bytes of WebAssembly files that come with the product: `web-tree-sitter.wasm` or `tree-sitter-python.wasm`. */
export interface GrammarFiles {
  /** @throws Error where the file does not come with the product */
  load(fileName: string): Promise<Uint8Array>;
}
